# Reads a plate as a plain PGM, 255 no ink, of 40.64 dots an inch; prints its mean and the highest mean of
# a square of 15 mm (24 dots), in percent.
{ for (i = 1; i <= NF && !/^#/; i++) take($i) }

function take(word,    at)
{
    if (++words <= 4) {
        header[words] = word
        return
    }
    at = (words - 5) % header[2]
    ink = 1 - word / header[4]
    sum += ink
    column[at] += ink
    row = int((words - 5) / header[2])
    kept[row % side, at] = ink
    if (at == header[2] - 1)
        slide()
}

# The columns hold the sums of the last rows; those that leave are taken off.
function slide(    at, window)
{
    for (at = 0; at < header[2]; at++) {
        window += column[at]
        if (at >= side)
            window -= column[at - side]
        if (row >= side - 1 && at >= side - 1 && window > highest)
            highest = window
    }
    for (at = 0; row >= side - 1 && at < header[2]; at++)
        column[at] -= kept[(row + 1) % side, at]
}

BEGIN { side = 24 }
END { printf "%.2f %.2f\n", sum / (words - 4) * 100, highest / side / side * 100 }
