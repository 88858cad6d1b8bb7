import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { AgentTask } from './agent-task.js';

/** As whom an agent acts: a user's id, or an email address, phone number or user name. */
export type AgentTaskUser =
  | {
      /** The user's email address, phone number or user name. */
      readonly identifier: string;
      /** Not beside the other one. */
      readonly userId?: never;
    }
  | {
      /** The user's id (`user_…`). */
      readonly userId: string;
      /** Not beside the other one. */
      readonly identifier?: never;
    };

/** An agent task to make. */
export interface CreateAgentTaskParams {
  /** As whom the agent acts. */
  readonly onBehalfOf: AgentTaskUser;
  /** What it may do: `*`, for everything, is all that there is. */
  readonly permissions: string;
  /** What the agent is called; goes into the audit log. */
  readonly agentName: string;
  /** What it is there for; goes into the audit log. */
  readonly taskDescription: string;
  /** Where the session begins: an absolute URL on a domain of the instance; `http` only in development. */
  readonly redirectUrl: string;
  /** How long the session may last, in seconds. Default 1800, half an hour. */
  readonly sessionMaxDurationInSeconds?: number;
}

/** Operations on agent tasks. Every method rejects with a `ClerkApiError` when its call fails. */
export interface AgentTaskApi {
  /**
   * Makes a URL that begins a session of a user when a program opens it.
   *
   * Source: POST /agents/tasks.
   *
   * @param params The task.
   */
  create(params: CreateAgentTaskParams): Promise<AgentTask>;

  /**
   * Revokes a task that has not begun yet.
   *
   * Source: POST /agents/tasks/{agent_task_id}/revoke.
   *
   * @param agentTaskId The task's id.
   */
  revoke(agentTaskId: string): Promise<Omit<AgentTask, 'url'>>;
}

/** The operations of {@link AgentTaskApi}. */
export const agentTaskRoutes = routes<AgentTaskApi>()(
  {
    create: 'POST /agents/tasks',
    revoke: 'POST /agents/tasks/{agentTaskId}/revoke',
  },
  { create: { nested: 'renamed' } },
);

/** @param send What makes the calls. */
export function bindAgentTaskApi(send: Send): AgentTaskApi {
  return bind(agentTaskRoutes, send);
}
