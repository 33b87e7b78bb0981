/** An officer's own account, as `/api/session/account` tells it. */
export type Account = {
  has_password: boolean;
  password_at: string | null;
  recovery_left: number;
  has_token: boolean;
  sessions: { number: number; how: string; agent: string; opened_at: string; seen_at: string; is_this: boolean }[];
};
