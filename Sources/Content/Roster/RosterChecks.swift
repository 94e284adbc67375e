import Diagnostics
import Rules
import Values

/// Cells of a row that do not go together, though each is right by itself.
enum RosterChecks {
    static func findings(about row: RosterRow) -> [Diagnostic] {
        // A wrong province is told once, by the stronger sign.
        (recommender(of: row) ?? enterprise(of: row)).map { [$0] } ?? []
    }

    private static func recommender(of row: RosterRow) -> Diagnostic? {
        guard let recommender = row[RosterFields.recommender], let named = Province.named(atStartOf: recommender.value),
            !row.province.value.isSame(as: named)
        else { return nil }
        return Diagnostic(
            .recommenderProvince, at: row.province.range,
            message: LocalizedText(
                zh: "省份是“\(row.province.value.shortName)”，推荐单位却是“\(recommender.value)”。",
                en: "The province is \(row.province.value.englishName), but the recommender is “\(recommender.value)”."),
            help: Province.named(atStartOf: row.enterprise.value) == named
                ? LocalizedText(
                    zh: "企业名称也以“\(named.shortName)”开头：省份是否应为“\(named.shortName)”？",
                    en: "The enterprise's name begins with \(named.shortName) as well: did you mean that province?")
                : LocalizedText(zh: "请核对这一行的省份和推荐单位。", en: "Check both cells of the row."),
            related: [Diagnostic.Related(LocalizedText(zh: "推荐单位", en: "the recommender"), at: recommender.range)])
    }

    private static func enterprise(of row: RosterRow) -> Diagnostic? {
        guard let named = Province.named(atStartOf: row.enterprise.value) else { return enterpriseOfCity(row) }
        guard !row.province.value.isSame(as: named), !isExplained(row) else { return nil }
        return Diagnostic(
            .enterpriseProvince, at: row.province.range,
            message: LocalizedText(
                zh: "省份是“\(row.province.value.shortName)”，企业名称却以“\(named.shortName)”开头。",
                en:
                    "The province is \(row.province.value.englishName), but the enterprise's name begins with \(named.shortName)."
            ),
            help: LocalizedText(
                zh: "请核对；企业在外省的班组由外省推荐时，在年度文件的开头关掉这项检查并写明理由。",
                en: "Check it; for a team that works in another province, exempt the edition with the reason."),
            related: [Diagnostic.Related(LocalizedText(zh: "企业名称", en: "the enterprise"), at: row.enterprise.range)])
    }

    /// Whether the enterprise is named after a place in the row's province, too.
    private static func isExplained(_ row: RosterRow) -> Bool {
        EnterprisePlaces.explains(row.enterprise.value, in: row.province.value)
    }

    /// An enterprise that bears the name of a city elsewhere: 宁波鄞水市政设施有限公司 under 江苏. A hint, for a city's name may be a word.
    private static func enterpriseOfCity(_ row: RosterRow) -> Diagnostic? {
        guard let start = PlaceReading.atStart(of: row.enterprise.value),
            !row.province.value.isSame(as: start.province), !isExplained(row)
        else { return nil }
        let (stated, named) = (row.province.value, start.province)
        return Diagnostic(
            .enterpriseProvince, at: row.province.range,
            message: LocalizedText(
                zh: "省份是“\(stated.shortName)”，企业名称却以\(named.shortName)的地名开头。",
                en:
                    "The province is \(stated.englishName), but the enterprise's name begins with a place in \(named.englishName)."
            ),
            help: LocalizedText(
                zh: "请核对；企业在外省的班组由外省推荐的，不用改。",
                en: "Check it; for a team that works in another province there is nothing to do."),
            related: [Diagnostic.Related(LocalizedText(zh: "企业名称", en: "the enterprise"), at: row.enterprise.range)]
        ).counting(as: start.isCertain ? .warning : .hint)
    }
}

extension Province {
    /// The province whose short name a text begins with.
    fileprivate static func named(atStartOf text: String) -> Province? {
        all.first { text.utf8.starts(with: $0.shortName.utf8) }
    }
}
