import Diagnostics
import Foundation

/// What is known of the terminal that text is written to.
struct Terminal {
    let columns: Int
    /// `NO_COLOR` (no-color.org) and a terminal that cannot show any forbid colours.
    let takesColors: Bool

    /// `nil` when standard output is no terminal but a file or a pipe.
    static var standardOutput: Terminal? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let environment = ProcessInfo.processInfo.environment
        return Terminal(
            columns: isKnown ? Int(size.ws_col) : TextRenderer.usualColumns,
            takesColors: (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb")
    }
}
