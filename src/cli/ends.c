/* ends - signals that end the program. */
#include "cli/ends.h"

#include <signal.h>

static void set(int how)
{
    sigset_t ends;

    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGHUP);
    pthread_sigmask(how, &ends, NULL);
}

void ends_hold(void)
{
    set(SIG_BLOCK);
}

void ends_let(void)
{
    set(SIG_UNBLOCK);
}
