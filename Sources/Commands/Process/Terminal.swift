import Diagnostics
import Foundation

/// What is known of the terminal that text is written to.
package struct Terminal: Sendable {
    /// How many columns a line has.
    package let columns: Int
    /// `NO_COLOR` (no-color.org) and a terminal that cannot show any forbid colours.
    package let takesColors: Bool

    /// - Parameters:
    ///   - columns: how many a line has.
    ///   - takesColors: whether it may be written to in colours.
    package init(columns: Int, takesColors: Bool) {
        self.columns = columns
        self.takesColors = takesColors
    }

    /// That of the process; `nil` when standard output is no terminal but a file or a pipe.
    static func standardOutput(_ variables: [String: String]) -> Terminal? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Terminal(
            columns: isKnown ? Int(size.ws_col) : TextRenderer.usualColumns,
            takesColors: (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb")
    }
}
