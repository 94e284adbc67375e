import Documents

/// What is promised of every file that is looked into before it is published.
enum DocumentPromises {
    /// A file is read, or refused with a reason.
    static func broken(by bytes: [UInt8], named name: String) -> [String] {
        do {
            _ = try DocumentReader.contents(of: bytes, named: name)
            return []
        } catch is DocumentProblem {
            return []
        } catch {
            return ["\(name) is refused by \(error)"]
        }
    }
}
