/// Rules about `site.config`. Errors of these rules end the program with the status for configuration.
extension Rule {
    package static let configurationMissing = Rule(
        "config/missing", .error,
        zh: "站点文件夹中必须有 site.config。", en: "A site's folder must hold site.config.")
    package static let configurationRecords = Rule(
        "config/records", .warning,
        zh: "正式站点应写 ICP 备案号（非经营性互联网信息服务备案管理办法第十三条）和公安备案号（计算机信息网络国际联网安全保护管理办法第十二条）。",
        en:
            "A site that is not a sample shows its ICP number (Art. 13 of the measures on ICP filing) and its public security number (Art. 12 of the measures on the security of international networking)."
    )
    package static let configurationAsOf = Rule(
        "config/as-of", .warning,
        zh: "site.config 的 as_of 不应早于已公示、已公布年度的日期。",
        en: "as_of in site.config should not be before the day of an edition that is in publicity or final.")
    package static let configurationValue = Rule(
        "config/value", .error,
        zh: "site.config 的值必须有效。", en: "The values of site.config must be valid.")
}
