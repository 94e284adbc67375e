import Diagnostics
import Editing
import Pipeline
import Text

/// Findings about one file as pages of the desk show them: at their words, at their field, or in their cell.
struct FindingDescription {
    /// The file as it is edited; `nil` for one that is edited as text alone.
    private let document: EditableDocument?
    /// `nil` for a file that is no table.
    private let table: DeskTable?
    /// The places of its text.
    private let places: TextPlaces
    /// The text's length in bytes.
    private let byteCount: Int
    private let words: MessageLanguage

    /// For findings about files that nobody edits now.
    ///
    /// - Parameter bytes: of the file as it was checked.
    init(in bytes: [UInt8], words: MessageLanguage) {
        (document, table) = (nil, nil)
        places = TextPlaces(bytes)
        byteCount = bytes.count
        self.words = words
    }

    init(of text: DeskText, _ site: DeskSite) {
        document = text.document
        table = try? DeskTable(text, site.language)
        places = text.places
        byteCount = text.stored?.text.count ?? 0
        words = site.words
    }

    func json(_ entry: DiagnosticReport.Entry) -> JSONValue {
        let finding = entry.diagnostic
        var members: [JSONValue.Member] = [
            .init("rule", .string(finding.rule.name)), .init("severity", .string(Self.name(of: finding.severity))),
            .init("message", .string(finding.message[words])),
        ]
        if let help = finding.help { members.append(.init("help", .string(help[words]))) }
        guard let range = finding.range else { return .object(members) }
        let (start, end) = units(range)
        members.append(
            .init(
                "place",
                .object([
                    .init("path", .string(range.file.path)), .init("line", .integer(entry.start?.line ?? 1)),
                    .init("column", .integer(entry.start?.column ?? 1)), .init("start", .integer(start)),
                    .init("end", .integer(end)),
                ])))
        let field = field(of: range)
        if let field { members.append(.init("field", .array(field))) }
        let cell = table?.cell(at: range) ?? field.flatMap { table?.cell(of: $0) }
        if let cell {
            members.append(.init("row", .integer(cell.row)))
            if let column = cell.column { members.append(.init("column", .string(column))) }
        }
        if let remedy = remedy(finding) {
            members.append(.init("remedy", remedy))
        } else if let table, let cell, let missing = MissingAssociation(finding, in: table, cell) {
            members.append(
                .init("remedy", .object([.init("label", .string(missing.label[words])), .init("edits", .array([]))])))
        }
        return .object(members)
    }

    private static func name(of severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }

    /// Where a finding begins, in UTF-16 units of the text; `nil` for one without a place.
    func start(of entry: DiagnosticReport.Entry) -> Int? { entry.diagnostic.range.map { units($0).0 } }

    /// A place in UTF-16 units of the text.
    private func units(_ range: SourceRange) -> (Int, Int) {
        // Findings mask what is known of persons byte by byte, so that bytes count and characters do not.
        guard range.file.bytes.count == byteCount else {
            let own = TextPlaces(range.file.bytes)
            return (own.unit(ofByte: range.bytes.lowerBound), own.unit(ofByte: range.bytes.upperBound))
        }
        return (places.unit(ofByte: range.bytes.lowerBound), places.unit(ofByte: range.bytes.upperBound))
    }

    /// The innermost field whose value holds a place.
    private func field(of range: SourceRange) -> [JSONValue]? {
        guard let document, range.file.bytes.count == byteCount, document.fields.contains(range.bytes.lowerBound) else {
            return nil
        }
        guard let path = path(to: range.bytes, below: [], document.value, in: document), !path.isEmpty else {
            return nil
        }
        return path.map { step in
            switch step {
            case .field(let name): .string(name)
            case .item(let index): .integer(index)
            }
        }
    }

    private func path(
        to bytes: Range<Int>, below path: DocumentValue.Path, _ value: DocumentValue, in document: EditableDocument
    ) -> DocumentValue.Path? {
        if !path.isEmpty {
            guard let place = document.place(of: path), place.lowerBound <= bytes.lowerBound,
                place.upperBound >= bytes.upperBound
            else { return nil }
        }
        let inner: [(DocumentValue.Path, DocumentValue)] =
            switch value {
            case .record(let members): members.map { (path + [.field($0.name)], $0.value) }
            case .list(let items): items.enumerated().map { (path + [.item($0.offset)], $0.element) }
            default: []
            }
        for (path, value) in inner {
            if let found = self.path(to: bytes, below: path, value, in: document) { return found }
        }
        return path
    }

    /// What a button does about a finding.
    private func remedy(_ finding: Diagnostic) -> JSONValue? {
        guard let proposal = SafeFixes.proposal(of: finding), finding.range?.file.bytes.count == byteCount else {
            return nil
        }
        let (start, end) = (
            places.unit(ofByte: proposal.place.lowerBound), places.unit(ofByte: proposal.place.upperBound)
        )
        let label =
            proposal.text.isEmpty
            ? LocalizedText(zh: "删去", en: "Remove")
            : LocalizedText(zh: "改为“\(proposal.text)”", en: "Change to “\(proposal.text)”")
        let edit = JSONValue.object([
            .init("start", .integer(start)), .init("end", .integer(end)), .init("text", .string(proposal.text)),
        ])
        return .object([.init("label", .string(VisibleText.oneLine(label[words]))), .init("edits", .array([edit]))])
    }
}
