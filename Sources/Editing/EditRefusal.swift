import Diagnostics

/// Why an edit is not made; the file stays as it is, and can be edited as text.
package struct EditRefusal: Error, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// The file is no text, or its fields are no YAML.
        case unreadable
        /// A Markdown file without fields at its head.
        case noFields
        /// An anchor, an alias, a tag, a merge key or another form of YAML that is not edited stands at the place.
        case unusualYAML
        /// The field is given more than once.
        case duplicateField
        /// The field, item, row or column is not there, or is of another shape.
        case noSuchPlace
        /// What is asked for is no edit, or the value is of another shape than the field's.
        case noEdit
        /// The value cannot be written so that it reads back the same.
        case notWritable
        /// The file's encoding lacks a character; in UTF-8 the edit can be made.
        case encoding
        /// The row would be empty, or be taken for a remark.
        case rowWithoutValue
        /// A quotation mark of the table is wrong, so that its cells cannot be told.
        case brokenTable
    }

    package let reason: Reason
    /// What is in the way and what to do, in a sentence or two.
    package let message: LocalizedText
    /// Where it stands; `nil` for the file as a whole.
    package let range: SourceRange?

    init(_ reason: Reason, at range: SourceRange? = nil, zh: String, en: String) {
        self.reason = reason
        message = LocalizedText(zh: zh, en: en)
        self.range = range
    }
}

extension EditRefusal {
    static func unreadable(_ finding: Diagnostic?) -> EditRefusal {
        EditRefusal(
            .unreadable, at: finding?.range,
            zh: "这个文件的字段读不出来" + (finding.map { "：\($0.message.zh)" } ?? "。") + "请按文字修改。",
            en: "The fields of this file cannot be read" + (finding.map { ": \($0.message.en)" } ?? ".")
                + " Edit it as text.")
    }

    static func noFields(at range: SourceRange?) -> EditRefusal {
        EditRefusal(
            .noFields, at: range, zh: "文件开头没有两行 --- 之间的字段，请按文字修改。",
            en: "The file does not begin with fields between two lines of ---. Edit it as text.")
    }

    static func unusual(at range: SourceRange) -> EditRefusal {
        EditRefusal(
            .unusualYAML, at: range, zh: "这里用了少见的写法（&、*、! 或 ?），填表改不了，请按文字修改。",
            en: "This place is written in an unusual way (&, *, ! or ?) and can only be edited as text.")
    }

    static func duplicate(_ name: LocalizedText, at range: SourceRange) -> EditRefusal {
        EditRefusal(
            .duplicateField, at: range, zh: "“\(name.zh)”写了不止一次，不知道该改哪一个，请按文字修改。",
            en: "“\(name.en)” is given more than once; edit it as text.")
    }

    static func noSuchPlace(_ name: LocalizedText, at range: SourceRange? = nil) -> EditRefusal {
        EditRefusal(
            .noSuchPlace, at: range, zh: "文件里没有“\(name.zh)”这个位置，可能已被改动，请重新打开再改。",
            en: "There is no “\(name.en)” in the file, which may have changed; open it again.")
    }

    /// - Parameter row: from 0.
    static func noSuchRow(_ row: Int) -> EditRefusal {
        EditRefusal(
            .noSuchPlace, zh: "表中没有第 \(row + 1) 行，可能已被改动，请重新打开再改。",
            en: "The table has no row \(row + 1), which may have been removed; open it again.")
    }

    static func noSuchColumn(_ name: String) -> EditRefusal {
        EditRefusal(.noSuchPlace, zh: "表中没有“\(name)”列。", en: "The table has no column “\(name)”.")
    }

    static let tooManyColumns = EditRefusal(
        .noSuchPlace, zh: "粘贴的内容比表格宽，右边放不下，没有改动。请核对列数，或从更靠左的一格粘贴。",
        en: "What is pasted is wider than the table and was left out; check its columns, or begin further left.")

    static let textPlace = EditRefusal(
        .noSuchPlace, zh: "要改的文字已不在原处，请重新打开再改。",
        en: "The text to be changed is not there any more; open the file again.")

    static let noEdit = EditRefusal(
        .noEdit, zh: "这处修改的内容或写法不对，没有改动。", en: "This is no edit that can be made; nothing was changed.")

    package static let noTable = EditRefusal(
        .noEdit, zh: "这个文件不是名单或表格，请按文字修改。", en: "This file is no table. Edit it as text.")

    static func wrongShape(_ name: LocalizedText) -> EditRefusal {
        EditRefusal(
            .noEdit, zh: "“\(name.zh)”不能是这样的内容，没有改动。", en: "“\(name.en)” cannot have such a value; nothing was changed."
        )
    }

    static func notWritable(_ name: LocalizedText, at range: SourceRange?) -> EditRefusal {
        EditRefusal(
            .notWritable, at: range, zh: "“\(name.zh)”改后读出来会不一样，没有改动；请按文字修改。",
            en: "“\(name.en)” would not read back the same and was left alone; edit it as text.")
    }

    static func encoding(_ missing: MissingCharacter, at range: SourceRange?) -> EditRefusal {
        EditRefusal(
            .encoding, at: range, zh: "文件是 GB18030（GBK）编码，存不下“\(missing.character)”。改存为 UTF-8 编码即可。",
            en: "The file is stored as GB 18030 (GBK), which lacks “\(missing.character)”. Store it as UTF-8 to go on.")
    }

    static func brokenTable(_ finding: Diagnostic?) -> EditRefusal {
        EditRefusal(
            .brokenTable, at: finding?.range,
            zh: "这个表格读不完整" + (finding.map { "：\($0.message.zh)" } ?? "。") + "请按文字修改。",
            en: "This table cannot be read as a whole" + (finding.map { ": \($0.message.en)" } ?? ".")
                + " Edit it as text.")
    }

    /// - Parameter row: from 0.
    static func rowWithoutValue(_ row: Int, isRemark: Bool) -> EditRefusal {
        isRemark
            ? EditRefusal(
                .rowWithoutValue, zh: "第 \(row + 1) 行的第一格以 # 或 sep= 开头，会被当作注释，请改写。",
                en:
                    "The first cell of row \(row + 1) begins with # or sep=, which makes a remark of the row; change it."
            )
            : EditRefusal(
                .rowWithoutValue, zh: "第 \(row + 1) 行是空的，请填写，或删去这一行。",
                en: "Row \(row + 1) is empty: fill it in or remove it.")
    }

    static func severalRecords(_ name: LocalizedText) -> EditRefusal {
        EditRefusal(
            .noSuchPlace, zh: "“\(name.zh)”有几条内容，不能在一格里改，请打开这一条修改。",
            en: "“\(name.en)” has several entries, which one cell cannot hold; open the record to edit them.")
    }
}
