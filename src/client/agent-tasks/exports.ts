export type { AgentTaskApi, AgentTaskUser, CreateAgentTaskParams } from './agent-task-api.js';
export type { AgentTask } from './agent-task.js';
