import Values

extension PublishedAddresses {
    /// The record of a site; empty where it has none.
    static func read(_ reader: Workspace) -> PublishedAddresses {
        let bytes = [path, earlierPath].lazy.compactMap { reader.read($0, maximumByteCount) }.first
        return bytes.map(PublishedAddresses.init) ?? .none
    }
}
