import Forms

/// The fields of `form.yaml`, from which an official form is made.
extension ContentSchema {
    static let formPart = ContentSchema(
        zh: "正文部分", en: "part of a text",
        [
            FieldSchema("name", "标识", .text, .slug, required: true, zh: "小写字母、数字和 -。", en: "a-z, 0-9 and -."),
            FieldSchema("title", "标题", .text, required: true, zh: "这一部分的小标题。", en: "Its heading."),
            FieldSchema("title_en", "英文标题", .text, zh: "英文小标题。", en: "Its heading in English."),
            FieldSchema("hint", "提示", .text, zh: "写什么。", en: "What to write."),
            FieldSchema("hint_en", "英文提示", .text, zh: "英文提示。", en: "What to write, in English."),
        ])

    static let formField = ContentSchema(
        zh: "填写项", en: "field of a form",
        [
            FieldSchema(
                "name", "标识", .text, .slug, required: true, zh: "小写字母、数字和 -，全表不重复；导入时凭它认出填写项。",
                en: "a-z, 0-9 and -, unique in the form; imports know the field by it."),
            FieldSchema("type", "类型", .word(FormFieldType.words), required: true, zh: "填写项的种类。", en: "Its kind."),
            FieldSchema(
                "label", "栏目名", .text, zh: "不写时取左边或上面的栏目名。", en: "Without, the label beside or above it."),
            FieldSchema("label_en", "英文栏目名", .text, zh: "英文栏目名。", en: "Its label in English."),
            FieldSchema("hint", "提示", .text, zh: "空着时显示的提示。", en: "What it shows while it is empty."),
            FieldSchema("hint_en", "英文提示", .text, zh: "英文提示。", en: "The hint in English."),
            FieldSchema(
                "private", "不公开", .flag, zh: "是否只供协会使用，导入时不带出。",
                en: "Whether it is for the association only: imports leave it out."
            ),
            FieldSchema("required", "必填", .flag, zh: "是否必填。", en: "Whether it must be filled in."),
            FieldSchema(
                "minimum", "下限", .number, .range(-1_000_000...1_000_000), zh: "数字的下限，长文字的最少字数。",
                en: "The least number, or of characters."),
            FieldSchema(
                "maximum", "上限", .number, .range(-1_000_000...1_000_000), zh: "数字的上限，长文字的最多字数。",
                en: "The greatest number, or of characters."),
            FieldSchema("choices", "选项", .list(.text), zh: "单选的各个选项。", en: "The words to choose from."),
            FieldSchema("parts", "各部分", .list(.object(formPart)), zh: "长文字分成的部分。", en: "The parts of a long text."),
            FieldSchema(
                "to", "写入", .word(FormField.Destination.words), zh: "导入时写到成果材料或名单的哪一项。",
                en: "Where an import writes it to."),
        ])

    static let formCell = ContentSchema(
        zh: "单元格", en: "cell of a form",
        [
            FieldSchema("label", "栏目名", .text, zh: "印好的栏目名。", en: "A printed label."),
            FieldSchema("label_en", "英文栏目名", .text, zh: "英文栏目名。", en: "The label in English."),
            FieldSchema("text", "文字", .text, zh: "印好的说明，不是栏目名。", en: "Printed words that are no label."),
            FieldSchema("text_en", "英文文字", .text, zh: "英文说明。", en: "The words in English."),
            FieldSchema("field", "填写项", .object(formField), zh: "一个填写项。", en: "A field."),
            FieldSchema(
                "fields", "多个填写项", .list(.object(formField)), zh: "几个填写项，上下排列。", en: "Fields below each other."),
            FieldSchema("span", "跨列", .integer, .range(1...40), zh: "占几列，不写为 1。", en: "Columns it covers; 1 without."),
            FieldSchema(
                "row_span", "跨行", .integer, .range(1...100), zh: "占几行，不写为 1。", en: "Rows it covers; 1 without."),
        ])

    static let formRow = ContentSchema(
        zh: "行", en: "row of a form",
        [
            FieldSchema(
                "height", "行高", .number, .range(1...250), zh: "至少多高，毫米；不写为 9。",
                en: "At least so high, in millimetres; 9 without."),
            FieldSchema(
                "cells", "单元格", .list(.object(formCell)), required: true, zh: "从左到右。", en: "From left to right."),
        ])

    static let formSection = ContentSchema(
        zh: "部分", en: "section of a form",
        [
            FieldSchema("title", "标题", .text, zh: "写在表格上方。", en: "Stands above the table."),
            FieldSchema("title_en", "英文标题", .text, zh: "英文标题。", en: "The title in English."),
            FieldSchema(
                "columns", "列宽", .list(.number), .range(5...160), required: true, zh: "各列宽度，毫米，合计不超过 160。",
                en: "Widths in millimetres, 160 together at most."),
            FieldSchema("borders", "边框", .flag, zh: "是否有框线，不写为有。", en: "Whether it has lines; it has, without."),
            FieldSchema(
                "font_size", "字号", .number, .range(9...16), zh: "磅数，9 至 16，不写为 12（小四）。",
                en: "In points, 9 to 16; 12 without."),
            FieldSchema("new_page", "另起一页", .flag, zh: "是否另起一页。", en: "Whether it begins a page."),
            FieldSchema("rows", "行", .list(.object(formRow)), required: true, zh: "从上到下。", en: "From above."),
        ])

    package static let formDefinition = ContentSchema(
        zh: "表格定义", en: "form definition",
        [
            FieldSchema("title", "标题", .text, required: true, zh: "表格全称。", en: "The form's title."),
            FieldSchema("title_en", "英文标题", .text, zh: "英文名称。", en: "The title in English."),
            FieldSchema(
                "version", "版本", .text, .slug, required: true, zh: "版本年份，与 index.md 相同。", en: "A year, as in index.md."),
            FieldSchema(
                "formats", "文件格式", .list(.word(FormFormat.words)), zh: "生成哪些文件，不写为 docx 和 pdf。",
                en: "Files that are made; docx and pdf without."),
            FieldSchema(
                "sections", "部分", .list(.object(formSection)), required: true, zh: "从上到下的各个表格。", en: "Its tables."),
            FieldSchema("note", "说明", .text, zh: "写在表格下方。", en: "Stands below the form."),
            FieldSchema("note_en", "英文说明", .text, zh: "英文说明。", en: "The note in English."),
        ])
}

/// The kinds of field as they are written in `form.yaml`.
enum FormFieldType: String, CaseIterable, VocabularyWord {
    case text
    case longText = "long-text"
    case number, total, date, choice, checkbox, stamp

    var chineseWord: String {
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

    var chineseWord: String { self == .year ? EditionFields.year.schema.chinese : column?.chineseName ?? "正文" }
}

extension FormFormat: VocabularyWord {
    var chineseWord: String {
        switch self {
        case .docx: "Word"
        case .pdf: "PDF"
        case .xlsx: "Excel"
        }
    }
}
