/// What a page says of itself in its head: title, description, canonical address, security policy, and what stands in for
/// headers of the server.
struct PageHead {
    /// Hashes of what the page says; `nil` where it says nothing.
    var title: UInt64?
    private(set) var description: UInt64?
    private(set) var isIndexed = true
    private(set) var hasCanonical = false

    /// What is known so far of the policies of the page; all of them hold, so that one that is strict is enough.
    private(set) var isProtected = false
    /// A policy that is not strict, where there is one.
    private(set) var weakPolicy: Range<Int>?
    /// The first script that stands before the policy, which holds for what follows it.
    private(set) var unprotectedScript: Range<Int>?
    /// A policy in the body counts for nothing (CSP Level 3, 3.3).
    var isOver = false

    /// What search engines show of the page; `nil` where it says nothing, or is not for them.
    var shownTitle: UInt64? { isIndexed && !isRedirect ? title : nil }
    var shownDescription: UInt64? { isIndexed && !isRedirect ? description : nil }

    private let canonical: String
    private let isRedirect: Bool

    /// - Parameters:
    ///   - canonical: the page's full address.
    ///   - isRedirect: whether the page only leads on to another one.
    init(canonical: String, isRedirect: Bool) {
        self.canonical = canonical
        self.isRedirect = isRedirect
    }

    /// An address that stands in the content of a `meta` element.
    typealias WrittenAddress = (text: String, use: PageAddress.Use)

    /// Reads a `meta` element.
    ///
    /// - Returns: what is wrong with it, and the address that is to be looked up.
    mutating func meta(_ element: ElementAttributes, _ bytes: Range<Int>) -> (fault: PageFault?, WrittenAddress?) {
        if let charset = element.charset, !AttributeWords(charset).areOnly("utf-8") { return (.equivalentHeader, nil) }
        guard let content = element.content else { return (nil, nil) }
        if let property = element.property, HTMLTokenizer.isEqual(property, "og:url") {
            return (isCanonical(content) ? nil : .canonical, nil)
        }
        if let header = element.equivalent { return equivalent(AttributeWords(header), content, bytes) }
        guard let name = element.name ?? element.property else { return (nil, nil) }
        let words = AttributeWords(name)
        if words.areOnly("description") {
            if !content.allSatisfy({ $0 <= 0x20 }) { description = ByteHash.hash(content) }
        } else if words.areOnly("robots") {
            if CharacterReferences.resolvedText(content).lowercased().contains("noindex") { isIndexed = false }
        } else if Self.namesWithAddress.contains(where: { words.areOnly($0) }) {
            return (nil, (CharacterReferences.resolvedText(content), .mention))
        }
        return (nil, nil)
    }

    /// Names and properties of `meta` elements whose content is an address (Open Graph; cards).
    private static let namesWithAddress: [StaticString] = [
        "og:image", "og:image:url", "og:image:secure_url", "og:audio", "og:video", "twitter:image",
    ]

    /// Reads what stands in for a header of the server (HTML standard, 4.2.5.3); others than these do nothing.
    private mutating func equivalent(
        _ header: AttributeWords, _ content: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>
    ) -> (PageFault?, WrittenAddress?) {
        if header.areOnly("content-security-policy") {
            guard !isOver else { return (nil, nil) }
            let isStrict =
                CharacterReferences.isWritten(content)
                ? SecurityPolicy(CharacterReferences.resolved(content, in: .attribute)).isStrict
                : SecurityPolicy(content).isStrict
            if isStrict { isProtected = true } else { weakPolicy = weakPolicy ?? bytes }
            return (nil, nil)
        }
        let text = CharacterReferences.resolvedText(content)
        if header.areOnly("refresh"), isRedirect {
            // `0; url=/awards/2020/`
            let target = text.firstRange(of: "url=").map { String(text[$0.upperBound...]) }
            return (nil, target.map { ($0, .link) })
        }
        if header.areOnly("content-type") {
            let isUnicode = text.lowercased().filter { !$0.isWhitespace }.hasSuffix("charset=utf-8")
            return (isUnicode ? nil : .equivalentHeader, nil)
        }
        return (header.areOnly("refresh") || header.areOnly("set-cookie") ? .equivalentHeader : nil, nil)
    }

    /// Takes note of a canonical address, or one that stands for it.
    ///
    /// - Returns: whether it is the page's own.
    mutating func isCanonical(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        hasCanonical = true
        return value.elementsEqual(canonical.utf8) || CharacterReferences.resolvedText(value) == canonical
    }

    /// Takes note of a script.
    mutating func script(at bytes: Range<Int>) {
        if !isProtected, unprotectedScript == nil { unprotectedScript = bytes }
    }
}
