import Content
import Values

/// Two versions of a file that began from one, put together where they do not touch: fields of its head or of a record, paragraphs of
/// its text, rows and cells of a table.
///
/// What comes out is read again and says exactly what both changes together say: ids are there once, rows as many as there must
/// be. Else a person decides.
package enum VersionMerge {
    /// The file with both changes; `nil` where they touch.
    ///
    /// - Parameters:
    ///   - base: what both began from.
    ///   - theirs: what stands there now.
    ///   - mine: what is to be saved.
    ///   - language: of the names of fields that come.
    package static func merged(
        path: String, base: [UInt8], theirs: [UInt8], mine: [UInt8], language: SiteLanguage
    ) -> [UInt8]? {
        if theirs == base || theirs == mine { return mine }
        if mine == base { return theirs }
        func target(_ bytes: [UInt8]) -> MergeTarget? { MergeTarget(path: path, bytes: bytes, language: language) }
        guard MergeTarget.isKnown(path) else { return LineMerge.merged(base: base, theirs, mine) }
        // What cannot be read by its fields is the matter of a person.
        guard let base = target(base), let theirs = target(theirs), let mine = target(mine),
            base.encoding == theirs.encoding, base.encoding == mine.encoding, theirs.columns == base.columns,
            mine.columns == base.columns,
            let value = ValueMerge.merged(base: base.value, theirs.value, mine.value, isWhole: true), let value,
            let body = paragraphs(base, theirs, mine)
        else { return nil }
        let heads = [
            merged(lines: base, theirs, mine, body: body, language),
            merged(into: theirs, changesOf: mine, base, value), merged(into: mine, changesOf: theirs, base, value),
        ]
        for head in heads {
            guard let head, let whole = head.replacingBody(with: body), let read = target(whole), read.value == value,
                read.paragraphs == body
            else { continue }
            return whole
        }
        return nil
    }

    private static func paragraphs(_ base: MergeTarget, _ theirs: MergeTarget, _ mine: MergeTarget) -> [[UInt8]]? {
        if theirs.paragraphs == base.paragraphs || theirs.paragraphs == mine.paragraphs { return mine.paragraphs }
        if mine.paragraphs == base.paragraphs { return theirs.paragraphs }
        return SequenceMerge.merged(
            base: base.paragraphs, theirs.paragraphs, mine.paragraphs, allowsNeighbours: true,
            isBlank: { $0.allSatisfy { $0 <= 0x20 } })
    }

    /// The head, or the table, line by line: with remarks and ways of writing of both.
    private static func merged(
        lines base: MergeTarget, _ theirs: MergeTarget, _ mine: MergeTarget, body: [[UInt8]], _ language: SiteLanguage
    ) -> MergeTarget? {
        guard base.encoding == .utf8 else { return nil }
        let head =
            theirs.head == base.head
            ? mine.head
            : mine.head == base.head ? theirs.head : LineMerge.merged(base: base.head, theirs.head, mine.head)
        return head.flatMap { MergeTarget(path: base.path, bytes: $0 + Array(body.joined()), language: language) }
    }

    /// One version with the values of the other: only where that has changed nothing but values, so that no remark of it is lost.
    private static func merged(
        into target: MergeTarget, changesOf other: MergeTarget, _ base: MergeTarget, _ value: DocumentValue
    ) -> MergeTarget? {
        guard base.applying(DocumentEdit.edits(from: base.value, to: other.value))?.head == other.head else {
            return nil
        }
        return target.applying(DocumentEdit.edits(from: target.value, to: value))
    }
}

/// A file whose versions are put together by what it says.
private enum MergeTarget {
    case document(EditableDocument)
    case table(EditableTable)

    static func isKnown(_ path: String) -> Bool { path.hasSuffix(".csv") || DocumentLayout(path: path) != nil }

    init?(path: String, bytes: [UInt8], language: SiteLanguage) {
        do throws(EditRefusal) {
            self =
                path.hasSuffix(".csv")
                ? .table(try EditableTable(path: path, bytes: bytes))
                : .document(try EditableDocument(path: path, bytes: bytes, language: language))
        } catch {
            return nil
        }
    }

    var path: String {
        switch self {
        case .document(let document): document.path
        case .table(let table): table.path
        }
    }

    private var stored: EncodedText {
        switch self {
        case .document(let document): document.stored
        case .table(let table): table.stored
        }
    }

    var encoding: EncodedText.Encoding { stored.encoding }

    /// The names of a table's columns.
    var columns: [String] {
        switch self {
        case .document: []
        case .table(let table): table.columns.map(\.name)
        }
    }

    /// What it says: a table is a list of records.
    var value: DocumentValue {
        switch self {
        case .document(let document): return document.value
        case .table(let table):
            let keys = table.columns.map(\.key)
            return .list(
                table.rows.map { row in .record(zip(keys, row).map { DocumentValue.Member($0, .text($1)) }) })
        }
    }

    /// The text before its body, as UTF-8.
    var head: [UInt8] { Array(stored.text[..<body.lowerBound]) }

    private var body: Range<Int> {
        switch self {
        case .document(let document): document.body
        case .table(let table): table.stored.text.count..<table.stored.text.count
        }
    }

    /// The paragraphs of its body, and what stands between them.
    var paragraphs: [[UInt8]] {
        var parts: [[UInt8]] = []
        var isBlank = true
        for line in LineMerge.lines(Array(stored.text[body])) {
            let isBlankLine = line.allSatisfy { $0 <= 0x20 }
            if parts.isEmpty || isBlankLine != isBlank { parts.append([]) }
            parts[parts.count - 1] += line
            isBlank = isBlankLine
        }
        return parts
    }

    func applying(_ edits: [DocumentEdit]) -> MergeTarget? {
        do throws(EditRefusal) {
            switch self {
            case .document(let document): return .document(try document.applying(edits))
            case .table(let table): return .table(try table.applying(edits.flatMap { TableEdit.edits($0, in: table) }))
            }
        } catch {
            return nil
        }
    }

    /// The file with another body, as it is to be stored; `nil` where its encoding lacks a character.
    func replacingBody(with paragraphs: [[UInt8]]) -> [UInt8]? {
        let old = self.paragraphs
        var ends = [body.lowerBound]
        for part in old { ends.append((ends.last ?? 0) + part.count) }
        let splices = SequenceDifference.anchoredHunks(old, paragraphs).map { hunk in
            EncodedText.Splice(
                ends[hunk.old.lowerBound]..<ends[hunk.old.upperBound],
                String(decoding: Array(paragraphs[hunk.new].joined()), as: UTF8.self))
        }
        do throws(MissingCharacter) {
            return try stored.applying(splices).bytes
        } catch {
            return nil
        }
    }
}

extension TableEdit {
    /// An edit of a list of records as edits of the table that it is.
    fileprivate static func edits(_ edit: DocumentEdit, in table: EditableTable) -> [TableEdit] {
        switch edit {
        case .set(let path, .text(let text)):
            guard path.count == 2, case .item(let row) = path[0], case .field(let key) = path[1] else { return [] }
            return [.cell(row: row, column: key, text)]
        case .add(_, let record, let index):
            let cells = table.columns.map { column in
                if case .text(let text) = record.value(at: [.field(column.key)]) { text } else { "" }
            }
            return index.map { [.addRow(at: $0, cells)] } ?? []
        case .move(let path, let target):
            guard case .item(let row) = path.first else { return [] }
            return [.moveRow(row, to: target)]
        case .remove(let path):
            guard case .item(let row) = path.first else { return [] }
            return [.removeRow(row)]
        case .set, .clear, .text: return []
        }
    }
}
