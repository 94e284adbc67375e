/// Rules about front matter and the YAML files.
extension Rule {
    package static let metaSyntax = Rule(
        "meta/syntax", .error,
        zh: "元数据必须是写得正确的 YAML。", en: "Front matter must be well-formed YAML.")
    package static let metaForbiddenYAML = Rule(
        "meta/forbidden-yaml", .error,
        zh: "元数据中不得使用 YAML 的锚点、别名和标签。", en: "Anchors, aliases and tags of YAML are not used.")
    package static let metaUnknownField = Rule(
        "meta/unknown-field", .error,
        zh: "字段名必须是本站定义的字段。", en: "A field's name must be one that its kind has.")
    package static let metaDuplicateField = Rule(
        "meta/duplicate-field", .error,
        zh: "一个字段只能写一次，中文名和英文名算同一个。",
        en: "A field is given once; its Chinese and English names are the same field.")
    package static let metaDuplicateID = Rule(
        "meta/duplicate-id", .error,
        zh: "编号在同一文件中不得重复。", en: "An id is unique in its file.")
    package static let metaMissingField = Rule(
        "meta/missing-field", .error,
        zh: "必填字段不得缺少。", en: "A required field must be there.")
    package static let metaType = Rule(
        "meta/type", .error,
        zh: "字段的值必须是规定的类型。", en: "A field's value must be of its type.")
    package static let metaRange = Rule(
        "meta/range", .error,
        zh: "数值和日期必须在允许的范围内。", en: "Numbers and dates must be within their range.")
    package static let metaSummaryLength = Rule(
        "meta/summary-length", .warning,
        zh: "摘要应为 30 至 120 字。", en: "A summary has 30 to 120 characters.")
    package static let metaRateBelow90 = Rule(
        "meta/rate-below-90", .warning,
        zh: "培训率和考试合格率应不低于 90%（管理办法第八条）。",
        en: "Training and pass rates are at least 90 % (Art. 8 of the measures).")
    package static let metaAccidents = Rule(
        "meta/accidents", .error,
        zh: "近三年发生事故的班组不得列入（管理办法第十四条）。",
        en: "A team with an accident in the last three years cannot be listed (Art. 14 of the measures).")
    package static let registeredOneYear = Rule(
        "award/registered-one-year", .warning,
        zh: "班组注册满一年方可参评（管理办法第十七条）。",
        en: "A team is assessed one year after its registration at the earliest (Art. 17 of the measures).")
    package static let writeUpWithoutRow = Rule(
        "award/write-up-without-row", .error,
        zh: "成果材料必须对应名单中的一个班组。", en: "A write-up must belong to a team of the roster.")
}
