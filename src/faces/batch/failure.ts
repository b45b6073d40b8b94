/** The command or its input could not be used: one plain line, exit status 2. */
export class CommandFailure extends Error {}
