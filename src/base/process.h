// Other programs, run and waited for.
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

// Runs a program of the search path with `arguments` (the first its own name, NULL at the end); it
// reads nothing, and what it says is thrown away. Returns its exit status, 127 when there is no
// such program, or -1 when it could not be run or was killed.
int process_run(const char *const *arguments);

#endif
