// SPDX-License-Identifier: EUPL-1.2

package import NIOSSL

/// The PEM files for mutual TLS: with them the simulator asks its callers for a certificate, and shows its own.
public struct TLSBestanden: Sendable {
    /// Chain of the simulator's own certificate.
    public let certificaat: String
    /// Its private key.
    public let sleutel: String
    /// Who may have signed the other side's certificate.
    public let ca: String

    /// Paths of PEM files.
    public init(certificaat: String, sleutel: String, ca: String) {
        self.certificaat = certificaat
        self.sleutel = sleutel
        self.ca = ca
    }

    package func server() throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificaat).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: sleutel, format: .pem))
        )
        tls.trustRoots = .file(ca)
        // A caller has no host name to verify; its certificate must be signed by the CA.
        tls.certificateVerification = .noHostnameVerification
        return tls
    }

    package func client() throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile(certificaat).map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: sleutel, format: .pem))
        tls.trustRoots = .file(ca)
        return tls
    }
}
