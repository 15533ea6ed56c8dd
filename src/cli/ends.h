/*
 * ends - signals that end the program, held back while it must not end.
 */
#ifndef SKOLLINT_CLI_ENDS_H
#define SKOLLINT_CLI_ENDS_H

/* For the calling thread, and those it starts: SIGTERM, SIGINT, SIGHUP. */
void ends_hold(void);

/* One that came while they were held ends the program now. */
void ends_let(void);

#endif
