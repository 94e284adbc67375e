import Diagnostics

/// What `site.config` says about checks.
package struct CheckSettings: Sendable {
    package let rules: [RuleSetting]
    /// Telephone numbers and e-mail addresses of offices, which may be published.
    package let contacts: PublishedContacts
    /// Hosts that are not asked whether links to them work, with the hosts below them; in small letters.
    package let skippedHosts: [String]
    /// The severities of the site; without exemptions, which are not known before all files are read.
    package let policy: CheckPolicy

    package init(
        rules: [RuleSetting] = [], contacts: PublishedContacts = PublishedContacts([]),
        skippedHosts: [String] = []
    ) {
        self.rules = rules
        self.contacts = contacts
        self.skippedHosts = skippedHosts
        policy = CheckPolicy(settings: rules, exemptions: [])
    }
}

/// Telephone numbers and e-mail addresses that may be published, however they are typed.
package struct PublishedContacts: Sendable {
    private let keys: Set<String>

    package init(_ contacts: [String]) { keys = Set(contacts.map(Self.key)) }

    package func contains(_ contact: String) -> Bool { keys.contains(Self.key(contact)) }

    /// Digits alone for a number, small letters for an address.
    private static func key(_ contact: String) -> String {
        contact.contains("@") ? contact.lowercased() : contact.filter(\.isASCII).filter(\.isNumber)
    }
}
