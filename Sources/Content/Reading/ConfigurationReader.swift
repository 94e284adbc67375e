import Diagnostics

/// Reads `site.config`.
enum ConfigurationReader {
    static let path = "site.config"

    static func read(_ file: SourceFile, findings: inout [Diagnostic]) -> SiteConfiguration? {
        var own: [Diagnostic] = []
        defer { findings += own }
        guard let tree = YAMLReader.read(file, range: 0..<file.bytes.count, findings: &own),
            case .mapping(let pairs) = tree.value
        else {
            if let slip = EditorSlips.fullWidthColon(in: file, line: file.lineBytes(around: 3)), own.isEmpty {
                own.append(slip)
            } else if own.isEmpty {
                own.append(
                    Diagnostic(
                        .configurationValue, at: file.start,
                        message: LocalizedText(
                            zh: "site.config 应由“字段名: 值”组成。", en: "site.config must be made of `name: value`.")))
            }
            return nil
        }
        var fields = FieldReader(pairs, schema: .configuration, place: pairs.first?.key.range ?? file.start)
        defer { own += fields.findings }
        let title = fields.text("title")
        let baseURL = baseURL(&fields)
        let language = fields.word("language", as: SiteLanguage.self)?.value ?? .chinese
        let organisation: SiteConfiguration.Organisation? = fields.object("organisation", .organisation) { fields in
            let englishName = fields.text("name_en")?.value
            let office = fields.text("office")?.value
            let url = fields.text("url")
            if let url, !isAddress(url.value, allowsPath: false) { fields.report(wrongURL(url)) }
            return fields.text("name").map {
                SiteConfiguration.Organisation(
                    name: $0.value, englishName: englishName, office: office, url: url)
            }
        }
        let programme: (name: String?, honor: String?)? = fields.object("programme", .programme) { fields in
            _ = fields.integer("since")
            return (fields.text("name")?.value, fields.text("honor")?.value)
        }
        let records = optionalTexts(&fields, "records", .records, ["icp", "police"])
        if !fields.flag("sample") {
            for finding in missingRecords(records, pairs: pairs, place: fields.place) { fields.report(finding) }
        }
        let navigation: [SiteConfiguration.NavigationItem] = fields.objects("navigation", .navigationItem) { fields in
            let title = fields.text("title")
            let url = fields.text("url")
            if let url, !isAddress(url.value, allowsPath: true) {
                fields.report(wrongURL(url))
                return nil
            }
            guard let title, let url else { return nil }
            return SiteConfiguration.NavigationItem(title: title.value, url: url)
        }
        let theme = fields.text("theme") ?? Located("default", at: file.start)
        if !Slug.isValid(theme.value) { fields.report(wrongTheme(theme)) }
        let accent = AccentReader.accent(&fields)
        let configuration = title.flatMap { title in
            baseURL.flatMap { baseURL in
                organisation.map { organisation in
                    SiteConfiguration(
                        source: file, title: title.value, shortTitle: fields.text("short_title")?.value ?? title.value,
                        description: fields.text("description")?.value ?? title.value, baseURL: baseURL,
                        language: language, theme: theme, accent: accent, asOf: fields.date("as_of"),
                        organisation: organisation,
                        programmeName: programme?.name ?? "全国市政工程质量信得过班组建设",
                        honorName: programme?.honor ?? "全国市政工程质量信得过班组", navigation: navigation,
                        icpRecord: records["icp"], policeRecord: records["police"], isSample: fields.flag("sample"),
                        publishesScores: fields.flag("publish_scores"),
                        sharePictures: fields.word("share_pictures", as: SharePictureExtent.self)?.value,
                        checks: CheckSettingsReader.settings(
                            &fields,
                            ownNames: Set(
                                [organisation.name, organisation.englishName, organisation.office].compactMap { $0 })))
                }
            }
        }
        return configuration
    }

    private static func baseURL(_ fields: inout FieldReader) -> BaseURL? {
        guard let text = fields.text("base_url") else { return nil }
        guard let url = BaseURL(text.value) else {
            fields.report(wrongURL(text))
            return nil
        }
        return url
    }

    /// Whether a text is a full http(s) URL or, where allowed, a path of the site. `//host` is neither: a browser takes
    /// it for another site.
    private static func isAddress(_ text: String, allowsPath: Bool) -> Bool {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }) else {
            return false
        }
        if allowsPath, text.hasPrefix("/") { return !text.hasPrefix("//") }
        let rest = ["https://", "http://"].first(where: text.hasPrefix).map { text.dropFirst($0.count) }
        return rest.map { !$0.isEmpty && !$0.hasPrefix("/") } ?? false
    }

    private static func wrongTheme(_ theme: Located<String>) -> Diagnostic {
        let proposal = Slug.proposal(for: theme.value)?.text
        return Diagnostic(
            .configurationValue, at: theme.range,
            message: LocalizedText(
                zh: "“\(theme.value)”不能是主题名。", en: "“\(theme.value)” cannot be the name of a theme."),
            help: LocalizedText(
                zh: "请写 themes 下一个文件夹的名称，只用小写字母、数字和 -，例如 default。",
                en: "Write the name of a folder below themes, in a-z, 0-9 and -, such as default."),
            replacement: proposal)
    }

    /// Texts that may be written down empty, to be filled in later.
    private static func optionalTexts(
        _ fields: inout FieldReader, _ name: String, _ schema: ContentSchema, _ keys: [String]
    ) -> [String: String] {
        fields.object(name, schema) { fields in
            var texts: [String: String] = [:]
            for key in keys { texts[key] = fields.textOrEmpty(key) }
            return texts
        } ?? [:]
    }

    /// The filing numbers that are not given, each at its key where it is written down empty.
    private static func missingRecords(
        _ records: [String: String], pairs: [YAMLPair], place: SourceRange
    ) -> [Diagnostic] {
        let block = pairs.first { ["records", "备案"].contains($0.key.value) }
        func range(of names: [String]) -> SourceRange {
            guard let block else { return place }
            guard case .mapping(let inner) = block.tree.value else { return block.key.range }
            return inner.first { names.contains($0.key.value) }?.key.range ?? block.key.range
        }
        func missing(_ key: String, at range: SourceRange, name: LocalizedText) -> Diagnostic {
            Diagnostic(
                .configurationRecords, at: range,
                message: LocalizedText(zh: "没有写\(name.zh)。", en: "The \(name.en) is missing."),
                help: LocalizedText(
                    zh: "请在“备案:”下写“\(key): 备案号”；样例站点写“样例: 是”。",
                    en: "Write `\(key): …` under `records:`; a sample says `sample: true`."))
        }
        var findings: [Diagnostic] = []
        if records["icp"] == nil {
            findings.append(
                missing(
                    "icp", at: range(of: ["icp", "ICP备案"]),
                    name: LocalizedText(zh: " ICP 备案号", en: "ICP filing number")))
        }
        if records["police"] == nil {
            findings.append(
                missing(
                    "police", at: range(of: ["police", "公安备案"]),
                    name: LocalizedText(zh: "公安备案号", en: "public security filing number")))
        }
        return findings
    }

    private static func wrongURL(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .configurationValue, at: text.range,
            message: LocalizedText(zh: "“\(text.value)”不是可用的网址。", en: "“\(text.value)” is no usable address."),
            help: LocalizedText(
                zh: "请写完整网址，例如 https://example.org/ 或 https://example.org/qc/；导航也可以写以 / 开头的站内路径。",
                en:
                    "Write a full URL such as https://example.org/ or https://example.org/qc/; navigation also takes paths beginning with /."
            ))
    }
}
