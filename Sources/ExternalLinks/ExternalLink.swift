import Addresses
import Diagnostics

/// A link or an image of the site that leads to another one, at one place.
package struct ExternalLink: Sendable {
    /// The address as it is written.
    package let destination: String
    /// `nil` when the destination is no http or https URL, or one that no browser opens.
    package let address: WebAddress?
    /// What is wrong with the address as it is written.
    package let fault: WebAddressFault?
    package let range: SourceRange
    /// The page the link shows on; `nil` for what stands on every page.
    package let url: String?

    package init(_ destination: String, at range: SourceRange, url: String?) {
        self.destination = destination
        fault = WebAddressFault(in: destination)
        address = fault == nil ? WebAddress(destination) : nil
        self.range = range
        self.url = url
    }
}
