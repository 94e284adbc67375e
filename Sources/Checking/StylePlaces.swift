import Diagnostics

/// Where addresses stand in the style sheets of a theme, which are published joined and shortened.
struct StylePlaces: Sendable {
    private let sheets: [SourceFile]

    /// - Parameter sources: templates and style sheets by path inside the theme.
    init(_ sources: [String: SourceFile]) {
        sheets = sources.filter { $0.key.hasSuffix(".css") }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The first place of an address, however it is written; `nil` where no style sheet of the theme has it.
    func place(of address: String) -> SourceRange? {
        sheets.lazy.compactMap { sheet in
            StyleAddresses.addresses(in: sheet.bytes).first { $0.text == address }.map { sheet.range($0.bytes) }
        }.first
    }
}
