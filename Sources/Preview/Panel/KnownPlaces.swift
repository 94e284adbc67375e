import Content
import Diagnostics

/// The places that a click can open, so that nothing else can be opened.
struct KnownPlaces {
    /// A line of a file.
    struct Place: Sendable, Hashable {
        /// Relative to the site's folder.
        let path: String
        let line: Int
        let column: Int
    }

    private let state: PreviewState

    init(_ state: PreviewState) { self.state = state }

    /// `path:line:column`; `nil` for findings without a place.
    static func name(of entry: DiagnosticReport.Entry) -> String? {
        guard let range = entry.diagnostic.range, let start = entry.start else { return nil }
        return "\(range.file.path):\(start.line):\(start.column)"
    }

    /// The place of a finding, or a file of the content, by its name; `nil` for anything else.
    func place(named name: String) -> Place? {
        for entry in state.report.entries where Self.name(of: entry) == name {
            guard let path = entry.diagnostic.range?.file.path, let start = entry.start else { return nil }
            return Place(path: path, line: start.line, column: start.column)
        }
        guard let content = state.snapshot?.content, content.allPages.contains(where: { $0.path.text == name }) else {
            return nil
        }
        return Place(path: name, line: 1, column: 1)
    }
}
