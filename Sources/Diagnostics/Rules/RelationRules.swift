/// Rules about what content says of other content.
extension Rule {
    package static let danglingReference = Rule(
        "meta/dangling-reference", .error,
        zh: "引用的班组、实践、企业、协会、年度或文件必须存在。",
        en: "A referenced team, practice, enterprise, association, edition or file must exist.")
    package static let slugCollision = Rule(
        "meta/slug-collision", .error,
        zh: "不同的名称不得得到同一个网址。", en: "Different names must not lead to the same address.")
    package static let emptySlug = Rule(
        "meta/empty-slug", .error,
        zh: "名称必须能得到一个网址。", en: "A name must yield an address.")
    package static let duplicateURL = Rule(
        "file/duplicate-url", .error,
        zh: "两个来源不得使用同一个网址。", en: "Two sources must not have the same address.")
    package static let announcedMismatch = Rule(
        "award/announced-mismatch", .error,
        zh: "名单的数量必须与公布数一致。", en: "The roster must agree with the announced numbers.")
}
