import type { Condition } from '../model/collected.ts';
/**
 * Why something could not be had from a source. `code` in the form `area/what`; `subject` is the address or host it is
 * about, so that one host that is down is one trouble and not a hundred.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly code: string;
  readonly subject: string;
  /** True where the same request may go well in a moment. */
  readonly passing: boolean;
  /** True where the whole host is concerned: asking it on is of no use in this run. */
  readonly wholeHost: boolean;
  /** False where no request was made, so that it is no failure of the address. */
  readonly asked: boolean;

  constructor(
    code: string,
    subject: string,
    message: string,
    { passing = false, wholeHost = false, asked = true, ...options }: TroubleOptions = {},
  ) {
    super(message, options);
    this.code = code;
    this.subject = subject;
    this.passing = passing;
    this.wholeHost = wholeHost;
    this.asked = asked;
  }
}

/** The same as something that a person should know of a source. */
export const conditionOf = (source: string, { code, subject, message }: Trouble): Condition => ({
  source,
  code,
  subject,
  message,
});

interface TroubleOptions extends ErrorOptions {
  readonly passing?: boolean;
  readonly wholeHost?: boolean;
  readonly asked?: boolean;
}

/** What `work` gives; where it meets a trouble, that is noted, and `otherwise` is all there is. */
export async function noting<T>(
  site: { note(trouble: Trouble): void },
  otherwise: T,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    site.note(error);
    return otherwise;
  }
}
