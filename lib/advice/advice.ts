/** Something that was done here with the opportunity before. */
export interface EarlierJob {
  jobId: string;
  operation: string;
  state: 'waiting' | 'sending' | 'succeeded' | 'failed' | 'unknown' | 'cancelled' | 'skipped';
  /** Epoch milliseconds. */
  at: number;
  operatorName?: string | undefined;
  /** The job is no longer there to be looked at. */
  isCleared?: boolean | undefined;
}

export interface OtherOpportunity {
  id: string;
  title: string;
  stageLabel: string;
}

/** What is known of an opportunity, from the CRM's record and from here. What is absent is not known, and no rule guesses it. */
export interface AdviceFacts {
  /** The CRM's words of how long nobody followed up, e.g. 93天未跟进, and when they were read. */
  unfollowed?: { text: string; readAt: number } | undefined;
  /** `yyyy-MM-dd`, China's, as all dates of the CRM. */
  signDate?: string | undefined;
  stageLabel?: string | undefined;
  approval?: { label: string; isPending: boolean } | undefined;
  others?: readonly OtherOpportunity[] | undefined;
  /** Newest first. */
  history: readonly EarlierJob[];
}

/** Which rules speak, and from which number of days on; 0 is never. They are the settings' own names. */
export interface AdviceSettings {
  adviceUnfollowedDays: number;
  adviceSignDateDays: number;
  adviceApproval: boolean;
  adviceSameCustomer: boolean;
  adviceEarlierJobDays: number;
}

/** One thing worth knowing before anything is done, with what it rests on. */
export type Advice =
  | { rule: 'unfollowed'; days: number; limit: number }
  | { rule: 'sign-date'; date: string; days: number }
  | { rule: 'approval'; label: string }
  | { rule: 'same-customer'; others: readonly OtherOpportunity[] }
  | { rule: 'earlier-job'; job: EarlierJob };
