// Times commands against each other: cold processes, in turn, so that whatever else the machine
// does falls on all of them. Usage: pairs RUNS COMMAND... [-- COMMAND...]...
//
// Prints a line for each command: median milliseconds, fastest, peak memory in MB, and the median
// as a multiple of the first command's.
#define _DEFAULT_SOURCE // wait4

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 16, MOST_RUNS = 10000 };

struct command {
    char **arguments;
    double *milliseconds;
    long peak_kilobytes;
};

static void stop(const char *reason)
{
    fprintf(stderr, "pairs: %s\n", reason);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC, &time) != 0)
        stop("there is no clock");
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void become(char **arguments)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (!arguments[0] || nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0)
        _exit(126);
    execv(arguments[0], arguments);
    _exit(127);
}

static double run(struct command *command)
{
    double start = now();
    pid_t child = fork();
    if (child < 0)
        stop("no process can be started");
    if (child == 0)
        become(command->arguments);
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "pairs: %s failed\n", command->arguments[0]);
        exit(1);
    }
    if (usage.ru_maxrss > command->peak_kilobytes)
        command->peak_kilobytes = usage.ru_maxrss;
    return now() - start;
}

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

// Cuts the arguments at each "--"; returns how many commands there are.
static size_t split_commands(char **next, struct command *commands, size_t runs)
{
    size_t count = 0;
    while (*next) {
        if (count == MOST_COMMANDS)
            stop("too many commands");
        commands[count] = (struct command){next, calloc(runs, sizeof(double)), 0};
        if (!commands[count].milliseconds || strcmp(*next, "--") == 0)
            stop("a command is empty, or there is no memory");
        count++;
        while (*next && strcmp(*next, "--") != 0)
            next++;
        if (*next)
            *next++ = NULL;
    }
    return count;
}

static void report(struct command *command, size_t runs, double first_median)
{
    double median = command->milliseconds[runs / 2];
    printf("%9.2f %9.2f %8.1f %8.2f  %s\n", median, command->milliseconds[0],
           (double)command->peak_kilobytes / 1024, median / first_median, command->arguments[0]);
}

int main(int count, char **arguments)
{
    size_t runs = count > 2 ? strtoul(arguments[1], NULL, 10) : 0;
    if (runs == 0 || runs > MOST_RUNS)
        stop("usage: pairs RUNS COMMAND... [-- COMMAND...]...");
    struct command commands[MOST_COMMANDS];
    size_t command_count = split_commands(arguments + 2, commands, runs);
    for (size_t i = 0; i < runs; i++)
        for (size_t k = 0; k < command_count; k++)
            commands[k].milliseconds[i] = run(&commands[k]);
    for (size_t k = 0; k < command_count; k++)
        qsort(commands[k].milliseconds, runs, sizeof(double), by_value);
    for (size_t k = 0; k < command_count; k++)
        report(&commands[k], runs, commands[0].milliseconds[runs / 2]);
    for (size_t k = 0; k < command_count; k++)
        free(commands[k].milliseconds);
    return 0;
}
