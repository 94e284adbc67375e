import Diagnostics
import Fields
import Rules
import Screening

/// Reads `checks` of `site.config` and of pages.
enum CheckSettingsReader {
    private static let contactNames = ["contacts", "公开联系方式"]
    private static let hostNames = ["skip_hosts", "不查的网站"]
    private static let reasonNames = ["because", "理由"]

    /// Severities by rule or group, the contacts that may be published, and the hosts that are not asked.
    ///
    /// - Parameter ownNames: names of the organisation, which documents may bear.
    static func settings(_ fields: inout FieldReader, ownNames: Set<String>) -> CheckSettings {
        var settings: [RuleSetting] = []
        var contacts = PublishedContacts([])
        var hosts: [String] = []
        for pair in fields.value(of: SiteFields.checks) {
            if contactNames.contains(pair.key.value) {
                contacts = PublishedContacts(self.contacts(pair.tree, &fields))
                continue
            }
            if hostNames.contains(pair.key.value) {
                hosts = self.hosts(pair.tree, &fields)
                continue
            }
            guard let rules = rules(pair.key, allowsGroups: true, &fields), let severity = severity(pair.tree, &fields)
            else { continue }
            guard rules.count > 1 || rules.allSatisfy({ $0.use != .fixed }) else {
                fields.report(RuleNames.notAdjustable(pair.key))
                continue
            }
            settings.append(RuleSetting(pair.key, severity: severity))
        }
        return CheckSettings(rules: settings, contacts: contacts, ownNames: ownNames, skippedHosts: hosts)
    }

    /// The rules from which a file is exempt, with the reason.
    ///
    /// - Parameter paths: the files that the exemptions cover.
    static func exemptions(_ fields: inout FieldReader, paths: Set<String>) -> [Exemption] {
        let pairs = fields.value(of: CommonFields.checks)
        guard let first = pairs.first else { return [] }
        var exemptions: [Exemption] = []
        for pair in pairs where !reasonNames.contains(pair.key.value) {
            guard let rules = rules(pair.key, allowsGroups: false, &fields), let rule = rules.first,
                let severity = severity(pair.tree, &fields)
            else { continue }
            guard severity == nil else {
                fields.report(
                    Diagnostic(
                        .metaType, at: pair.tree.range,
                        message: LocalizedText(
                            zh: "页面上只能关闭规则，写“关闭”。", en: "A page can only switch a rule off: write off."),
                        help: LocalizedText(
                            zh: "全站的轻重写在 site.config 的“检查”中。",
                            en: "Severities of the whole site stand under checks in site.config."),
                        replacement: "off"))
                continue
            }
            guard rule.use != .fixed else {
                fields.report(RuleNames.notAdjustable(pair.key))
                continue
            }
            exemptions.append(Exemption(rule, at: pair.key.range, scope: .files(paths)))
        }
        let hasReason = pairs.contains { pair in
            guard reasonNames.contains(pair.key.value), case .scalar(let text, _) = pair.tree.value else {
                return false
            }
            return !text.isEmpty
        }
        if !hasReason {
            fields.report(
                Diagnostic(
                    .metaMissingField, at: first.key.range,
                    message: LocalizedText(zh: "关掉检查要写明理由。", en: "An exemption needs its reason."),
                    help: LocalizedText(zh: "请补写“理由: …”。", en: "Add `because: …`.")))
        }
        return exemptions
    }

    private static func rules(_ name: Located<String>, allowsGroups: Bool, _ fields: inout FieldReader) -> [Rule]? {
        let isGroup = name.value.hasSuffix("/*")
        let rules = isGroup && !allowsGroups ? [] : RuleSetting.rules(matching: name.value)
        guard rules.isEmpty else { return rules }
        fields.report(RuleNames.unknown(name, allowsGroups: allowsGroups))
        return nil
    }

    /// The outer `nil` is an error, the inner one switches the rule off.
    private static func severity(_ tree: YAMLTree, _ fields: inout FieldReader) -> Severity?? {
        if case .scalar(let text, _) = tree.value {
            switch text {
            case "off", "关闭", "false": return .some(nil)
            case "hint", "提示": return .hint
            case "warning", "警告": return .warning
            case "error", "错误": return .error
            default: break
            }
        }
        fields.report(
            Diagnostic(
                .metaType, at: tree.range,
                message: LocalizedText(
                    zh: "这里写关闭、提示、警告或错误。",
                    en: "Write off, hint, warning or error here.")))
        return nil
    }

    private static func contacts(_ tree: YAMLTree, _ fields: inout FieldReader) -> [String] {
        texts(
            tree, &fields,
            message: LocalizedText(
                zh: "这里写部门的电话、邮箱或办公地址，每行一个。",
                en: "Write telephone numbers, e-mail addresses or addresses of offices here."),
            isRight: { !$0.isEmpty }
        )
    }

    private static func hosts(_ tree: YAMLTree, _ fields: inout FieldReader) -> [String] {
        texts(
            tree, &fields,
            message: LocalizedText(
                zh: "这里写网站的域名，如 example.org，每行一个；不写 https:// 和路径。",
                en: "Write the names of hosts here, such as example.org, without https:// and path."),
            isRight: { !$0.isEmpty && !$0.contains { "/: @".contains($0) } }
        ).map { $0.lowercased() }
    }

    /// A list of texts, or one text.
    private static func texts(
        _ tree: YAMLTree, _ fields: inout FieldReader, message: LocalizedText, isRight: (String) -> Bool
    ) -> [String] {
        let items: [YAMLTree] = if case .sequence(let items) = tree.value { items } else { [tree] }
        return items.compactMap { item in
            if case .scalar(let text, _) = item.value, isRight(text) { return text }
            fields.report(Diagnostic(.metaType, at: item.range, message: message))
            return nil
        }
    }
}
