/// A place in a file that somebody handed in and that is no part of the site, as the program that opens it names it.
package struct HandedInPlace: Sendable, Hashable {
    /// The file, as a person named it.
    package let file: String
    /// `名单!B12`, a cell of a workbook, or `名单!12`, a row; `12:3`, line and column of a text table, or `12`; `nil` for the
    /// file as a whole.
    package let spot: String?

    /// - Parameters:
    ///   - file: as a person named it.
    ///   - spot: the place inside it, as its program names it; `nil` for the file as a whole.
    package init(file: String, spot: String? = nil) {
        self.file = file
        self.spot = spot
    }

    /// Whether the file has lines, so that line and column say all.
    var isInText: Bool { spot?.allSatisfy { $0.isASCII && $0.isNumber || $0 == ":" } ?? true }

    /// Row and column of the table as line and column, from 1; `nil` for the file as a whole, or a sheet.
    var position: SourcePosition? {
        guard let spot else { return nil }
        let cell = spot.split(separator: "!").last.map(String.init) ?? spot
        if isInText {
            let numbers = cell.split(separator: ":").compactMap { Int($0) }
            return numbers.first.map { SourcePosition(line: $0, column: numbers.count > 1 ? numbers[1] : 1) }
        }
        guard spot.contains("!") else { return nil }
        let letters = cell.prefix { $0.isASCII && $0.isLetter }.utf8
        let column = letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) }
        return Int(cell.dropFirst(letters.count)).map { SourcePosition(line: $0, column: max(column, 1)) }
    }

    /// `file:spot`
    var text: String { spot.map { "\(file):\($0)" } ?? file }
}
