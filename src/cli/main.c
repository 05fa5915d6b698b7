#include <stdio.h>

int main(void)
{
    puts("brochure 0.1.0");
    return 0;
}
