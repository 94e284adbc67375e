import Diagnostics
import Fields
import Values

/// A file of the content that is edited by its fields: a Markdown file with fields at its head, or a YAML file.
///
/// What an edit is not about stays byte for byte: remarks, the order of fields, quotes, empty lines, line ends, byte order mark,
/// encoding. Every edit is read back: it is made as it was meant, or not at all.
package struct EditableDocument: Sendable {
    package let path: String
    package let layout: DocumentLayout
    /// The language of the names that new fields get.
    package let language: SiteLanguage
    package let stored: EncodedText
    /// The text as it stands in the file, as UTF-8.
    package let file: SourceFile
    /// What the fields say.
    package let value: DocumentValue
    /// The bytes of the text behind the fields; empty, at the end of the file, where there is none.
    package let body: Range<Int>
    /// The bytes that are YAML.
    package let fields: Range<Int>
    /// How many findings the reader of YAML has about the file: an edit does not make them more.
    private let findingCount: Int

    /// As it is to be stored.
    package var bytes: [UInt8] { stored.bytes }

    /// - Parameters:
    ///   - layout: by the path where it is not given.
    /// - Throws: `EditRefusal` for a file that can only be edited as text.
    package init(
        path: String, bytes: [UInt8], layout: DocumentLayout? = nil, language: SiteLanguage
    ) throws(EditRefusal) {
        guard let layout = layout ?? DocumentLayout(path: path) else { throw .noFields(at: nil) }
        guard let stored = EncodedText(bytes) else {
            var findings: [Diagnostic] = []
            _ = TextReader.read(path: path, bytes: bytes, findings: &findings)
            throw .unreadable(findings.first)
        }
        try self.init(path, stored, layout, language)
    }

    private init(
        _ path: String, _ stored: EncodedText, _ layout: DocumentLayout, _ language: SiteLanguage
    ) throws(EditRefusal) {
        self.path = path
        self.layout = layout
        self.language = language
        self.stored = stored
        file = SourceFile(path: path, bytes: stored.text)
        let end = stored.text.count
        var findings: [Diagnostic] = []
        let type = layout.type
        if layout.hasBody {
            guard FrontMatter.bodyOffset(in: stored.text) != nil else { throw .noFields(at: file.start) }
            guard let matter = FrontMatter.read(file, fieldNames: [], findings: &findings) else {
                throw .unreadable(findings.first)
            }
            fields = matter.range.bytes
            body = matter.bodyOffset..<end
            value = DocumentValue(matter.pairs, type)
        } else {
            fields = (stored.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<end
            body = end..<end
            let tree = YAMLReader.read(file, range: 0..<end, fieldNames: [], findings: &findings)
            if tree == nil, let finding = findings.first { throw .unreadable(finding) }
            let read = tree.map { DocumentValue($0, type) } ?? .absent
            // A file of remarks alone is a list or mapping without anything in it.
            value = read == .absent ? (type.element == nil ? .record([]) : .list([])) : read
        }
        findingCount = findings.count
    }
}

extension EditableDocument {
    /// The file with edits, one after another; those of the text first, whose places are those of the text before all edits.
    ///
    /// - Throws: the refusal of the first edit that cannot be made; then none of them is.
    package func applying(_ edits: [DocumentEdit]) throws(EditRefusal) -> EditableDocument {
        var document = try applyingTexts(edits)
        for edit in edits {
            if case .text = edit { continue }
            document = try document.applying(edit)
        }
        return document
    }

    /// The file in UTF-8, for what its encoding lacks.
    package func inUTF8() throws(EditRefusal) -> EditableDocument {
        try EditableDocument(path, stored.inUTF8(isMarked: false), layout, language)
    }

    /// Where a value stands: the bytes of the text from its first to its last; `nil` where it does not.
    package func place(of path: DocumentValue.Path) -> Range<Int>? {
        guard let location = try? editor.location(of: path) else { return nil }
        return location.node.range
    }

    /// Why a value cannot be edited but as text; `nil` where it can.
    package func obstacle(at path: DocumentValue.Path) -> EditRefusal? {
        do throws(EditRefusal) {
            if value.value(at: path) != nil { _ = try editor.replaceable(path) }
            return nil
        } catch {
            return error
        }
    }

    private var editor: YAMLEditor { YAMLEditor(file, range: fields, type: layout.type, language: language) }

    private func applyingTexts(_ edits: [DocumentEdit]) throws(EditRefusal) -> EditableDocument {
        let lineEnd = YAMLLines.lineEnd(of: file.bytes)
        var splices: [EncodedText.Splice] = []
        for edit in edits {
            guard case .text(let range, let text) = edit else { continue }
            guard range.lowerBound >= 0, range.upperBound <= file.bytes.count else { throw .textPlace }
            splices.append(EncodedText.Splice(range, LineEnds.written(text, as: lineEnd)))
        }
        guard !splices.isEmpty else { return self }
        return try with(splices)
    }

    private func with(_ splices: [EncodedText.Splice]) throws(EditRefusal) -> EditableDocument {
        // Of those at one place the first comes first.
        let splices = splices.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
        guard zip(splices, splices.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound }) else {
            throw .textPlace
        }
        let text: EncodedText
        do throws(MissingCharacter) {
            text = try stored.applying(splices)
        } catch {
            throw .encoding(error, at: splices.first.map { file.range($0.range) })
        }
        return try EditableDocument(path, text, layout, language)
    }

    private func applying(_ edit: DocumentEdit) throws(EditRefusal) -> EditableDocument {
        let name = layout.type.name(of: edit.path)
        guard let wanted = value.applying(edit) else { throw .noSuchPlace(name) }
        let changes = ChangePlan(from: value, to: wanted, moved: moved(by: edit)).changes
        // A text of several lines may read otherwise where the file ends; in quotes it does not.
        for isQuoted in [false, true] {
            if let document = try applying(changes, isQuoted: isQuoted), document.value == wanted {
                return document
            }
        }
        throw .notWritable(name, at: place(of: edit.path).map { file.range($0) })
    }

    /// The file with changes; `nil` where it cannot be read any more as it was.
    ///
    /// - Parameter isQuoted: whether texts of several lines are put in quotes.
    private func applying(
        _ changes: [YAMLEditor.Change], isQuoted: Bool
    ) throws(EditRefusal) -> EditableDocument? {
        var document = self
        for change in changes {
            var editor = document.editor
            editor.rendering.hasBlocks = !isQuoted
            let splices = try editor.splices(of: change).filter { !$0.isNothing }
            do throws(EditRefusal) {
                document = try document.with(splices)
            } catch {
                guard error.reason == .unreadable || error.reason == .noFields else { throw error }
                return nil
            }
        }
        let isWhole =
            document.findingCount <= findingCount && document.isReadBack
            && document.file.bytes[document.body].elementsEqual(file.bytes[body])
        return isWhole ? document : nil
    }

    private func moved(by edit: DocumentEdit) -> (list: DocumentValue.Path, from: Int, to: Int)? {
        guard case .move(let path, let target) = edit, case .item(let index) = path.last,
            case .list(let items) = value.value(at: Array(path.dropLast())), items.indices.contains(target)
        else { return nil }
        return (Array(path.dropLast()), index, target)
    }

    /// Whether the stored bytes are read as this text: not every text in GB 18030 is known as one.
    private var isReadBack: Bool {
        guard stored.encoding != .utf8 else { return true }
        return EncodedText(stored.bytes)?.text == stored.text
    }
}

extension EncodedText.Splice {
    /// Whether it changes nothing.
    fileprivate var isNothing: Bool { range.isEmpty && replacement.isEmpty }
}

extension DocumentValue {
    /// What the fields at the head of a text say.
    init(_ pairs: [YAMLPair], _ type: FieldSchema.FieldType) {
        self = .record(
            pairs.map { pair in
                let field = type.field(named: pair.key.value)
                return Member(field?.english ?? pair.key.value, DocumentValue(pair.tree, field?.type))
            })
    }
}
