import Diagnostics
import Rules

/// The findings about fields as such: unknown, given twice, missing.
enum FieldFinding {
    /// A full-width colon, or a colon without its space, in what was taken for a single text.
    static func slip(in range: SourceRange) -> Diagnostic? {
        EditorSlips.fullWidthColon(in: range.file, line: range.bytes)
            ?? EditorSlips.missingSpace(in: range.file, name: range.bytes)
    }

    /// A name that no field of the kind has.
    static func unknown(_ key: Located<String>, in schema: ContentSchema) -> Diagnostic {
        if let slip = slip(in: key.range) { return slip }
        if let hidden = HiddenCharacters.finding(about: key.value, at: key.range) { return hidden }
        let suggestion = NearestName.suggestion(for: key.value, among: schema.names)
        let known = LocalizedText(
            zh: schema.fields.map(\.chinese).joined(separator: "、"),
            en: schema.fields.map(\.english).joined(separator: ", "))
        return Diagnostic(
            .metaUnknownField, at: key.range,
            message: LocalizedText(
                zh:
                    "\(schema.name.zh.last?.isASCII == true ? schema.name.zh + " " : schema.name.zh)没有字段“\(key.value)”。",
                en:
                    "\("aeio".contains(schema.name.en.prefix(1)) ? "An" : "A") \(schema.name.en) has no field “\(key.value)”."
            ),
            help: LocalizedText(
                zh: suggestion.map { "是否应为“\($0)”？" } ?? "可用的字段：\(known.zh)。",
                en: suggestion.map { "Did you mean “\($0)”?" } ?? "Its fields are: \(known.en)."),
            replacement: suggestion)
    }

    /// A field under its second name, or a key of data that means the same as another.
    static func duplicate(_ key: Located<String>, first: Located<String>) -> Diagnostic {
        let message =
            first.value == key.value
            ? LocalizedText(zh: "“\(key.value)”写了不止一次。", en: "“\(key.value)” is given more than once.")
            : LocalizedText(
                zh: "“\(first.value)”和“\(key.value)”是同一个字段，写了不止一次。",
                en: "“\(first.value)” and “\(key.value)” are one field, given more than once.")
        return Diagnostic(
            .metaDuplicateField, at: key.range, message: message,
            related: [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is given here already"), at: first.range)])
    }

    /// A required field that is not there.
    static func missing(_ field: FieldSchema, in schema: ContentSchema, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaMissingField, at: range,
            message: LocalizedText(
                zh: "\(schema.name.zh)缺少必填字段“\(field.chinese)”。",
                en: "The \(schema.name.en) lacks the required field “\(field.english)”."),
            help: LocalizedText(
                zh: "请补写“\(field.chinese): …”。\(field.purpose.zh)", en: "Add `\(field.english): …`. \(field.purpose.en)"
            ))
    }
}
