/// Rules about `site.config`. Errors of these rules end the program with the status for configuration.
extension Rule {
    package static let configurationMissing = Rule(
        "config/missing", .error,
        zh: "站点文件夹中必须有 site.config。", en: "A site's folder must hold site.config.")
    package static let configurationValue = Rule(
        "config/value", .error,
        zh: "site.config 的值必须有效。", en: "The values of site.config must be valid.")
}
