import Foundation

/// Single keys from the terminal, without waiting for the end of a line.
final class Keyboard: Sendable {
    private let before: termios

    /// `nil` when standard input is no terminal, or the program is not in its foreground.
    init?() {
        var settings = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetpgrp(STDIN_FILENO) == getpgrp(), tcgetattr(STDIN_FILENO, &settings) == 0
        else { return nil }
        before = settings
    }

    /// Calls out every key until the end of the input.
    func begin(_ pressed: @escaping @Sendable (Character) -> Void) {
        var settings = before
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while read(STDIN_FILENO, &byte, 1) == 1 { pressed(Character(Unicode.Scalar(byte))) }
        }
    }

    /// Leaves the terminal as it was.
    func end() {
        var settings = before
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }
}
