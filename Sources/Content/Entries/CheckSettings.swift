import Rules
import Screening

/// What `site.config` says about checks.
package struct CheckSettings: Sendable {
    package let rules: [RuleSetting]
    /// Telephone numbers and e-mail addresses of offices, which may be published.
    package let contacts: PublishedContacts
    /// Hosts that are not asked whether links to them work, with the hosts below them; in small letters.
    package let skippedHosts: [String]
    /// The severities of the site; without exemptions, which are not known before all files are read.
    package let policy: CheckPolicy
    /// Names of the organisation and its office, which documents may bear.
    private let ownNames: Set<String>

    package init(
        rules: [RuleSetting] = [], contacts: PublishedContacts = PublishedContacts([]), ownNames: Set<String> = [],
        skippedHosts: [String] = []
    ) {
        self.rules = rules
        self.contacts = contacts
        self.ownNames = ownNames
        self.skippedHosts = skippedHosts
        policy = CheckPolicy(settings: rules, exemptions: [])
    }

    /// Whether every file is read alike under both settings.
    func isSame(as other: CheckSettings) -> Bool {
        let severities = { (settings: CheckSettings) in
            settings.rules.map { "\($0.pattern.value) \($0.severity?.rawValue ?? "off")" }
        }
        return severities(self) == severities(other) && contacts == other.contacts && ownNames == other.ownNames
    }

    /// Words that only names of organisations hold.
    private static let organisationWords = [
        "协会", "公司", "集团", "委员会", "办公室", "中心", "学会", "研究院", "设计院", "局", "部", "处", "班组", "项目",
    ]
    /// The same in English, where they count as whole words only: “Vincent” is nobody's “Inc”.
    private static let englishOrganisationWords: Set<String> = [
        "association", "company", "co", "ltd", "inc", "office", "committee", "institute", "group",
    ]

    /// Names that programs write where nobody gave one.
    private static let programNames: Set<String> = [
        "", "administrator", "admin", "user", "users", "owner", "author", "unknown", "anonymous", "guest", "root", "pc",
        "hp",
        "dell", "lenovo", "asus", "acer", "microsoft", "windows user", "microsoft office user", "microsoft account",
        "python-docx", "openpyxl", "apache poi", "libreoffice", "libxlsxwriter", "xlsxwriter", "wps", "wps office",
        "showcase",
        "微软用户", "微软中国", "用户", "管理员", "未知", "雨林木风", "深度系统", "番茄花园",
    ]

    /// Whether a name in a document's properties may be that of a person: not the organisation's, nor any
    /// organisation's, nor what a program writes by itself.
    func isPerson(_ name: String) -> Bool {
        let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let small = text.lowercased()
        return !ownNames.contains(text) && !Self.programNames.contains(small)
            && !Self.organisationWords.contains(where: small.contains)
            && Self.englishOrganisationWords.isDisjoint(
                with: small.split { !$0.isASCII || !$0.isLetter }.map(String.init))
    }
}
