import Diagnostics
import Fields
import Forms
import Rules
import Values

/// A text that a form has in Chinese, and the same in English.
struct TranslatedKey: Sendable {
    let chinese: FieldKey<Located<String>>
    let english: FieldKey<Located<String>>

    /// - Parameters:
    ///   - zh, en: what the Chinese text is for.
    ///   - english: what the English one is for.
    init(
        _ name: String, _ chineseName: String, required isRequired: Bool = false, zh: String, en: String,
        english: (zh: String, en: String)
    ) {
        chinese = .text(name, chineseName, required: isRequired, zh: zh, en: en)
        self.english = .text(name + "_en", "英文" + chineseName, zh: english.zh, en: english.en)
    }

    var schemas: [FieldSchema] { [chinese.schema, english.schema] }
}

/// The fields of `form.yaml`, from which an official form is made.
enum FormDefinitionFields {
    static let title = TranslatedKey(
        "title", "标题", required: true, zh: "表格全称。", en: "The form's title.", english: ("英文名称。", "The title in English.")
    )
    static let version = FieldKey.text(
        "version", "版本", .slug, required: true, zh: "版本年份，与 index.md 相同。", en: "A year, as in index.md.")
    static let formats = FieldKey<[Located<FormFormat>]>.words(
        "formats", "文件格式", zh: "生成哪些文件，不写为 docx 和 pdf。", en: "Files that are made; docx and pdf without.")
    static let sections = FieldSchema(
        "sections", "部分", .list(.object(.formSection)), required: true, zh: "从上到下的各个表格。", en: "Its tables.")
    static let note = TranslatedKey(
        "note", "说明", zh: "写在表格下方。", en: "Stands below the form.", english: ("英文说明。", "The note in English."))
}

/// A table of a form.
enum FormSectionFields {
    static let title = TranslatedKey(
        "title", "标题", zh: "写在表格上方。", en: "Stands above the table.", english: ("英文标题。", "The title in English."))
    static let columns = FieldSchema(
        "columns", "列宽", .list(.number), .range(5...FormGrid.textWidth), required: true, zh: "各列宽度，毫米，合计不超过 160。",
        en: "Widths in millimetres, 160 together at most.")
    static let borders = FieldSchema(
        "borders", "边框", .flag, zh: "是否有框线，不写为有。", en: "Whether it has lines; it has, without.")
    static let fontSize = FieldSchema(
        "font_size", "字号", .number, .range(9...16), zh: "磅数，9 至 16，不写为 12（小四）。",
        en: "In points, 9 to 16; 12 without.")
    static let newPage = FieldKey.flag("new_page", "另起一页", zh: "是否另起一页。", en: "Whether it begins a page.")
    static let rows = FieldSchema(
        "rows", "行", .list(.object(.formRow)), required: true, zh: "从上到下。", en: "From above.")
}

/// A row of a form's table.
enum FormRowFields {
    static let height = FieldSchema(
        "height", "行高", .number, .range(1...250), zh: "至少多高，毫米；不写为 9。",
        en: "At least so high, in millimetres; 9 without.")
    static let cells = FieldSchema(
        "cells", "单元格", .list(.object(.formCell)), required: true, zh: "从左到右。", en: "From left to right.")
}

/// A cell of a form's table: a label, words, or what is filled in.
enum FormCellFields {
    static let label = TranslatedKey(
        "label", "栏目名", zh: "印好的栏目名。", en: "A printed label.", english: ("英文栏目名。", "The label in English."))
    static let text = TranslatedKey(
        "text", "文字", zh: "印好的说明，不是栏目名。", en: "Printed words that are no label.",
        english: ("英文说明。", "The words in English."))
    static let field = FieldSchema("field", "填写项", .object(.formField), zh: "一个填写项。", en: "A field.")
    static let fields = FieldSchema(
        "fields", "多个填写项", .list(.object(.formField)), zh: "几个填写项，上下排列。", en: "Fields below each other.")
    static let span = FieldSchema(
        "span", "跨列", .integer, .range(1...40), zh: "占几列，不写为 1。", en: "Columns it covers; 1 without.")
    static let rowSpan = FieldSchema(
        "row_span", "跨行", .integer, .range(1...100), zh: "占几行，不写为 1。", en: "Rows it covers; 1 without.")
}

/// Something that is filled in.
enum FormInputFields {
    static let name = FieldKey.text(
        "name", "标识", .slug, required: true, zh: "小写字母、数字和 -，全表不重复；导入时凭它认出填写项。",
        en: "a-z, 0-9 and -, unique in the form; imports know the field by it.")
    static let type = FieldKey<Located<FormFieldType>>.word(
        "type", "类型", required: true, zh: "填写项的种类。", en: "Its kind.")
    static let label = TranslatedKey(
        "label", "栏目名", zh: "不写时取左边或上面的栏目名。", en: "Without, the label beside or above it.",
        english: ("英文栏目名。", "Its label in English."))
    static let hint = TranslatedKey(
        "hint", "提示", zh: "空着时显示的提示。", en: "What it shows while it is empty.",
        english: ("英文提示。", "The hint in English."))
    static let isPrivate = FieldKey.flag(
        "private", "不公开", zh: "是否只供协会使用，导入时不带出。",
        en: "Whether it is for the association only: imports leave it out.")
    static let isRequired = FieldKey.flag("required", "必填", zh: "是否必填。", en: "Whether it must be filled in.")
    /// Of points, people, characters; nothing on a form is larger.
    private static let limits = ValueForm.range(-1_000_000...1_000_000)
    static let minimum = FieldSchema(
        "minimum", "下限", .number, limits, zh: "数字的下限，长文字的最少字数。", en: "The least number, or of characters.")
    static let maximum = FieldSchema(
        "maximum", "上限", .number, limits, zh: "数字的上限，长文字的最多字数。", en: "The greatest number, or of characters.")
    static let choices = FieldKey.texts("choices", "选项", zh: "单选的各个选项。", en: "The words to choose from.")
    static let parts = FieldSchema(
        "parts", "各部分", .list(.object(.formPart)), zh: "长文字分成的部分。", en: "The parts of a long text.")
    static let destination = FieldKey<Located<FormField.Destination>>.word(
        "to", "写入", zh: "导入时写到成果材料或名单的哪一项。", en: "Where an import writes it to.")
}

/// A part of a long text.
enum FormPartFields {
    static let name = FieldKey.text(
        "name", "标识", .slug, required: true, zh: "小写字母、数字和 -。", en: "a-z, 0-9 and -.")
    static let title = TranslatedKey(
        "title", "标题", required: true, zh: "这一部分的小标题。", en: "Its heading.",
        english: ("英文小标题。", "Its heading in English."))
    static let hint = TranslatedKey(
        "hint", "提示", zh: "写什么。", en: "What to write.", english: ("英文提示。", "What to write, in English."))
}

extension ContentSchema {
    package static let formDefinition = ContentSchema(
        zh: "表格定义", en: "form definition",
        FormDefinitionFields.title.schemas + [
            FormDefinitionFields.version.schema, FormDefinitionFields.formats.schema, FormDefinitionFields.sections,
        ] + FormDefinitionFields.note.schemas)

    static let formSection = ContentSchema(
        zh: "部分", en: "section of a form",
        FormSectionFields.title.schemas + [
            FormSectionFields.columns, FormSectionFields.borders, FormSectionFields.fontSize,
            FormSectionFields.newPage.schema, FormSectionFields.rows,
        ])

    static let formRow = ContentSchema(
        zh: "行", en: "row of a form", [FormRowFields.height, FormRowFields.cells])

    static let formCell = ContentSchema(
        zh: "单元格", en: "cell of a form",
        FormCellFields.label.schemas + FormCellFields.text.schemas + [
            FormCellFields.field, FormCellFields.fields, FormCellFields.span, FormCellFields.rowSpan,
        ])

    static let formField = ContentSchema(
        zh: "填写项", en: "field of a form",
        [FormInputFields.name.schema, FormInputFields.type.schema] + FormInputFields.label.schemas
            + FormInputFields.hint.schemas + [
                FormInputFields.isPrivate.schema, FormInputFields.isRequired.schema, FormInputFields.minimum,
                FormInputFields.maximum, FormInputFields.choices.schema, FormInputFields.parts,
                FormInputFields.destination.schema,
            ])

    static let formPart = ContentSchema(
        zh: "正文部分", en: "part of a text",
        [FormPartFields.name.schema] + FormPartFields.title.schemas + FormPartFields.hint.schemas)
}

/// The kinds of field as they are written in `form.yaml`.
enum FormFieldType: String, CaseIterable, VocabularyWord {
    case text
    case longText = "long-text"
    case number, total, date, choice, checkbox, stamp

    package var chineseWord: String {
        switch self {
        case .text: "文字"
        case .longText: "长文字"
        case .number: "数字"
        case .total: "合计"
        case .date: "日期"
        case .choice: "单选"
        case .checkbox: "勾选"
        case .stamp: "盖章处"
        }
    }
}

extension FormField.Destination: VocabularyWord {
    /// A column of the roster.
    package init(_ column: RosterColumn) { self.init(rawValue: column.name) }

    package static let team = Self(.team)
    package static let enterprise = Self(.enterprise)
    package static let recommender = Self(.recommender)
    package static let members = Self(.members)

    /// The year, the columns of rosters that forms ask for, and the text.
    package static let allCases: [Self] = [.year] + RosterColumn.askedByForms.map(Self.init) + [.text]

    /// The column of rosters that it is; `nil` for the year and the text.
    var column: RosterColumn? { RosterColumn.askedByForms.first { $0.name == rawValue } }

    package var chineseWord: String { self == .year ? EditionFields.year.schema.chinese : column?.chineseName ?? "正文" }
}

extension FormFormat: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .docx: "Word"
        case .pdf: "PDF"
        case .xlsx: "Excel"
        }
    }
}
