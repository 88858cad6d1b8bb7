import { given, shape } from '../shape.js';
import type { WireObject } from '../shape.js';

/** A task that a program does as a user. Source: schema AgentTask. */
export interface AgentTask {
  /** The same for every task of one `agentName` in an instance. */
  readonly agentId: string;
  /** @deprecated Use `agentTaskId`, which has the same value. */
  readonly taskId: string;
  /** The id of this task. */
  readonly agentTaskId: string;
  /** Begins a session of the user when it is opened; only the answer to the task's making brings it. */
  readonly url: string;
}

const readFields = shape<AgentTask>({
  agentId: given,
  taskId: given,
  agentTaskId: given,
  url: given,
});

/** Reads a resource whose `object` is `agent_task`; its id came under either name at different times. */
export function readAgentTask(wire: WireObject): AgentTask {
  const id = wire['agent_task_id'] ?? wire['task_id'] ?? '';
  return readFields({ ...wire, agent_task_id: id, task_id: id });
}
