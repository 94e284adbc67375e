/// What can be searched without a server.
package enum SearchScope: String, Sendable, Hashable, CaseIterable {
    /// The texts of all pages.
    case everything
    /// The names of teams and enterprises, with the state of their titles.
    case titles

    /// The site-absolute path of the folder with the scope's page and files.
    package var folder: String {
        switch self {
        case .everything: SiteURL.search
        case .titles: SiteURL.verify
        }
    }

    /// The file that is read first.
    package var rootURL: String { folder + "index.bin" }

    /// - Parameter part: its number, from 0.
    package func url(ofPart part: Int) -> String { "\(folder)parts/\(part).bin" }
}

/// Into how many files an index is divided, which is known before it is made, so that its addresses are.
package struct SearchDivision: Sendable, Hashable {
    /// Files of words and grams.
    package let shards: Int
    /// Files of what is shown of documents.
    package let blocks: Int

    package init(shards: Int, blocks: Int) {
        self.shards = shards
        self.blocks = blocks
    }

    /// All texts in one file, which the script looks through.
    package static let undivided = SearchDivision(shards: 0, blocks: 0)

    /// The files besides the first.
    package var parts: Int { shards + blocks }

    /// A block for 8 KiB of text: a write-up, so that ten results take some 20 KB. As many shards, of some 2 to 4 KB, but no
    /// more than 4,000: what says which terms are in which is read before all others.
    package static func ofTexts(bytes: Int) -> SearchDivision {
        guard bytes > 320 * 1024 else { return .undivided }
        let blocks = (bytes + 0x1FFF) / 0x2000
        return SearchDivision(shards: min(blocks, 4000), blocks: blocks)
    }

    package static func ofTitles(count: Int) -> SearchDivision {
        guard count > 3000 else { return .undivided }
        return SearchDivision(shards: (count + 49) / 50, blocks: (count + 99) / 100)
    }
}
