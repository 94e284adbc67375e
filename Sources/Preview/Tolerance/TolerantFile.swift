import Content
import Diagnostics
import Fields
import Values

/// A Markdown file with errors in its metadata, made into one that can be shown.
///
/// What is right stays; what is required and cannot be read gets a stand-in that says so. Only a preview shows the
/// result, beside the findings: nothing of it is ever published.
struct TolerantFile {
    /// How much is given up, least first.
    enum Effort: CaseIterable {
        /// Proposals of the findings are taken.
        case proposals
        /// Fields with errors are left out.
        case fieldsWithoutErrors
        /// Nothing but the text is kept.
        case textAlone
    }

    let path: SitePath
    let bytes: [UInt8]
    /// Findings about the file.
    let findings: [Diagnostic]
    let language: SiteLanguage
    /// Stands in for a date.
    let day: CalendarDate

    /// A field with its lines.
    private struct Field {
        let name: String
        let bytes: ArraySlice<UInt8>
    }

    func bytes(_ effort: Effort) -> [UInt8] {
        let parts = HeadOfFile(bytes)
        let fields: [Field]
        switch effort {
        case .proposals: fields = Self.fields(of: proposed(parts.metadata)[...])
        case .fieldsWithoutErrors:
            let errors = findings.filter { $0.severity == .error }.compactMap { $0.range?.bytes.lowerBound }
            fields = Self.fields(of: bytes[parts.metadata]).filter { field in
                !errors.contains { field.bytes.indices.contains($0) }
            }
        case .textAlone: fields = []
        }
        var result = Array("---\n".utf8)
        for standIn in standIns where !fields.contains(where: { standIn.names.contains($0.name) }) {
            result += "\(standIn.names[0]): \(standIn.value)\n".utf8
        }
        for field in fields { result += field.bytes }
        if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        return result + Array("---\n".utf8) + bytes[parts.text...]
    }

    /// The metadata with what the findings propose.
    private func proposed(_ range: Range<Int>) -> [UInt8] {
        let proposals = findings.compactMap { finding -> (Range<Int>, String)? in
            guard finding.severity == .error, let place = finding.range?.bytes, let text = finding.replacement,
                range.lowerBound <= place.lowerBound, place.upperBound <= range.upperBound
            else { return nil }
            return (place, text)
        }.sorted { $0.0.lowerBound < $1.0.lowerBound }
        var result: [UInt8] = []
        var copied = range.lowerBound
        for (place, text) in proposals where place.lowerBound >= copied {
            result += bytes[copied..<place.lowerBound]
            result += text.utf8
            copied = place.upperBound
        }
        return result + bytes[copied..<range.upperBound]
    }

    /// The fields of the outermost level, each with the lines that belong to it.
    private static func fields(of metadata: ArraySlice<UInt8>) -> [Field] {
        var starts: [Int] = []
        for line in HeadOfFile.lines(of: metadata) where HeadOfFile.beginsField(metadata[line]) {
            starts.append(line.lowerBound)
        }
        return starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1] : metadata.endIndex
            return Field(name: HeadOfFile.fieldName(in: metadata[start..<end]), bytes: metadata[start..<end])
        }
    }

    /// What the kind of content that belongs to the path cannot do without.
    private var standIns: [(names: [String], value: String)] {
        let others: [(field: FieldSchema, value: String)] =
            switch ContentKind(path: path) {
            case .edition(let year):
                [(EditionFields.year.schema, "\(year)"), (EditionFields.status.schema, EditionStatus.draft.rawValue)]
            case .document(let kind):
                kind.declaration.schema.fields.compactMap { field in
                    field.standIn.map { (field, $0.placeholder(on: day)) }
                }
            case .writeUp, .roster, .enterprises, .associations, .synonyms, .formDefinition, .attachment, .staticFile,
                .misplaced:
                []
            }
        let title = language == .chinese ? "〔缺少标题〕" : "[no title]"
        return ([(CommonFields.title.schema, title)] + others).map { ([$0.english, $0.chinese], $1) }
    }
}
