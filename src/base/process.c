#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int spawn(const char *const *arguments, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    // POSIX promises that the arguments are not written to.
    union {
        const char *const *given;
        char *const *taken;
    } words = {arguments};
    if (posix_spawn_file_actions_init(&actions) != 0)
        return ENOMEM;
    int error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (int stream = STDOUT_FILENO; error == 0 && stream <= STDERR_FILENO; stream++)
        error = posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
    if (error == 0)
        error = posix_spawnp(pid, arguments[0], &actions, NULL, words.taken, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int process_run(const char *const *arguments)
{
    pid_t pid;
    int status;
    int error = spawn(arguments, &pid);
    if (error != 0)
        return error == ENOENT ? 127 : -1;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
