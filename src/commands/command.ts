/** One command of the command line; `help` starts with examples. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /**
   * Runs the command; data goes to stdout, everything else to stderr.
   * @param args the words after the command's name
   * @returns the exit code: 0 all well, 3 finished with papers that failed or were read in part
   * @throws UsageError for a mistake in the call (exit 2)
   */
  run(args: readonly string[]): Promise<number>;
}
