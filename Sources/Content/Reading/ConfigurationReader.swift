import Diagnostics
import Fields
import Rules
import Values

/// Reads `site.config`.
enum ConfigurationReader {
    static let path = "site.config"

    static func read(_ file: SourceFile, findings: inout [Diagnostic]) -> SiteConfiguration? {
        var own: [Diagnostic] = []
        defer { findings += own }
        guard
            let tree = YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: ContentSchema.allNames, findings: &own),
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
        let title = fields.value(of: SiteFields.title)
        let baseURL = fields.value(of: SiteFields.baseURL)
        let language = fields.value(of: SiteFields.language)?.value ?? .chinese
        let organisation = fields.value(of: SiteFields.organisation)
        let programme = fields.value(of: SiteFields.programme)
        let records = fields.value(of: SiteFields.records)
        let isSample = fields.value(of: SiteFields.sample) != nil
        if !isSample {
            for finding in missingRecords(records, pairs: pairs, place: fields.place) { fields.report(finding) }
        }
        let navigation = fields.value(of: SiteFields.navigation)
        let theme = fields.value(of: SiteFields.theme) ?? Located("default", at: file.start)
        if !Slug.isValid(theme.value) { fields.report(wrongTheme(theme)) }
        let accent = AccentReader.accent(&fields)
        guard let title, let baseURL, let organisation else { return nil }
        return SiteConfiguration(
            source: file, title: title.value, shortTitle: fields.value(of: SiteFields.shortTitle)?.value ?? title.value,
            description: fields.value(of: SiteFields.description)?.value ?? title.value, baseURL: baseURL,
            language: language, theme: theme, accent: accent, asOf: fields.value(of: SiteFields.asOf),
            organisation: organisation, programmeName: programme?.name ?? "全国市政工程质量信得过班组建设",
            honorName: programme?.honor ?? "全国市政工程质量信得过班组", navigation: navigation, icpRecord: records?.icp,
            policeRecord: records?.police, isSample: isSample,
            publishesScores: fields.value(of: SiteFields.publishScores) != nil,
            sharePictures: fields.value(of: SiteFields.sharePictures)?.value,
            checks: CheckSettingsReader.settings(
                &fields,
                ownNames: Set(
                    [organisation.name, organisation.englishName, organisation.office].compactMap { $0 })))
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

    /// The filing numbers that are not given, each at its key where it is written down empty.
    private static func missingRecords(
        _ records: SettingReading.Records?, pairs: [YAMLPair], place: SourceRange
    ) -> [Diagnostic] {
        func isNamed(_ pair: YAMLPair, _ field: FieldSchema) -> Bool {
            [field.english, field.chinese].contains(pair.key.value)
        }
        let block = pairs.first { isNamed($0, SiteFields.records.schema) }
        func range(of field: FieldSchema) -> SourceRange {
            guard let block else { return place }
            guard case .mapping(let inner) = block.tree.value else { return block.key.range }
            return inner.first { isNamed($0, field) }?.key.range ?? block.key.range
        }
        func missing(_ field: FieldSchema, name: LocalizedText) -> Diagnostic {
            Diagnostic(
                .configurationRecords, at: range(of: field),
                message: LocalizedText(zh: "没有写\(name.zh)。", en: "The \(name.en) is missing."),
                help: LocalizedText(
                    zh: "请在“备案:”下写“\(field.chinese): 备案号”；样例站点写“样例: 是”。",
                    en: "Write `\(field.english): …` under `records:`; a sample says `sample: true`."))
        }
        var findings: [Diagnostic] = []
        if records?.icp == nil {
            findings.append(
                missing(
                    RecordFields.icp.schema, name: LocalizedText(zh: " ICP 备案号", en: "ICP filing number")))
        }
        if records?.police == nil {
            findings.append(
                missing(
                    RecordFields.police.schema,
                    name: LocalizedText(zh: "公安备案号", en: "public security filing number")))
        }
        return findings
    }
}
