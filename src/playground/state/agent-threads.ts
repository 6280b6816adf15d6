/** What the app has set on a conversation with it: status line, title, prompts, session. */
export interface AgentThread {
  channel: string;
  /** Null for prompts set on the whole conversation. */
  threadTs: string | null;
  status: string;
  loadingMessages: string[];
  /** UTC ms after which the status is no longer shown. */
  statusExpiresAt: number;
  title: string;
  suggestedPromptsTitle: string;
  suggestedPrompts: { title: string; message: string }[];
  sessionStatus: 'active' | 'processing' | 'suspended' | 'closed' | null;
}
