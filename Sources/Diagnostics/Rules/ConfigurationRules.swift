/// Rules about `site.config`. Errors of these rules end the program with the status for configuration.
extension Rule {
    package static let configurationMissing = Rule(
        "config/missing", .error,
        zh: "站点文件夹中必须有 site.config。", en: "A site's folder must hold site.config.")
    package static let configurationRecords = Rule(
        "config/records", .warning,
        zh: "正式站点应写备案号（非经营性互联网信息服务备案管理办法第十三条）。",
        en: "A site that is not a sample shows its filing number (Art. 13 of the measures on ICP filing).")
    package static let configurationValue = Rule(
        "config/value", .error,
        zh: "site.config 的值必须有效。", en: "The values of site.config must be valid.")
}
