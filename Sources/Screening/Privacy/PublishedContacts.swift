import Fields

/// Telephone numbers, e-mail addresses and addresses of offices that may be published, however they are typed.
package struct PublishedContacts: Sendable, Equatable {
    private let keys: Set<String>

    package init(_ contacts: [String]) {
        // What an editor lists may have words beside its number: “010-12345678 转 8”.
        keys = Set(contacts.flatMap { $0.contains("@") ? [$0.lowercased()] : [Self.digits($0), Self.words($0)] })
    }

    package func contains(_ contact: String) -> Bool {
        if contact.contains("@") { return keys.contains(contact.lowercased()) }
        let isNumber = contact.unicodeScalars.allSatisfy { $0.isASCII || (0xFF00...0xFFEF).contains($0.value) }
        return keys.contains(isNumber ? Self.digits(contact) : Self.words(contact))
    }

    /// Whether a number ends as one of those that may be published: without its area code it is the same.
    ///
    /// - Parameter digits: seven of them at least.
    func containsNumber(endingIn digits: String) -> Bool {
        digits.utf8.count >= 7 && keys.contains { $0.hasSuffix(digits) }
    }

    private static func digits(_ contact: String) -> String { contact.filter(\.isASCII).filter(\.isNumber) }

    private static func words(_ contact: String) -> String { contact.filter { !$0.isWhitespace } }
}
