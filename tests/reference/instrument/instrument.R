# Reference figures for the instrument and description families.
# Run in tests/reference: Rscript instrument/instrument.R > instrument/instrument.json
suppressPackageStartupMessages({library(psych); library(lavaan); library(GPArotation); library(jsonlite)})

studies <- list(
  retail = list(points = c(1, 5), reverse = c("CS3", "CB4"), score = sum, factors = 4,
    scales = list("Customer Service" = paste0("CS", 1:5), "Loyalty Program" = paste0("LP", 1:4),
                  "Community" = paste0("CB", 1:4), "Loyalty" = paste0("LO", 1:4)),
    demographics = c("member", "age", "frequency")),
  sleep = list(points = c(1, 7), reverse = c("SQ5", "ST3"), score = mean, factors = 2,
    scales = list("Sleep Quality" = paste0("SQ", 1:6), "Stress" = paste0("ST", 1:4),
                  "Focus" = paste0("FO", 1:3)), demographics = character()))

summary_of <- function(x) {
  x <- x[!is.na(x)]
  q <- unname(quantile(x, c(.25, .5, .75), type = 6))
  list(n = length(x), mean = mean(x), sd = sd(x), min = min(x), max = max(x), q1 = q[1], median = q[2],
       q3 = q[3], skewness = skew(x, type = 2), kurtosis = kurtosi(x, type = 2))
}

omega_of <- function(x) {
  items <- names(x)
  l <- paste0("l", seq_along(items)); u <- paste0("u", seq_along(items))
  model <- c(paste("f =~", paste0(l, "*", items, collapse = " + ")), paste0(items, " ~~ ", u, "*", items),
    paste0("omega := (", paste(l, collapse = "+"), ")^2 / ((", paste(l, collapse = "+"), ")^2 + ",
           paste(u, collapse = "+"), ")"))
  fit <- cfa(paste(model, collapse = "\n"), data = x, std.lv = TRUE)
  row <- subset(parameterEstimates(fit), lhs == "omega")
  list(value = row$est, ci_low = row$ci.lower, ci_high = row$ci.upper)
}

scale_of <- function(d, items) {
  x <- d[complete.cases(d[items]), items]
  n <- nrow(x); k <- ncol(x); total <- rowSums(x)
  a <- suppressWarnings(alpha(x, check.keys = FALSE))
  value <- a$total$raw_alpha
  item <- function(j) {
    rest <- total - x[[j]]
    with_total <- cor.test(x[[j]], total)
    corrected <- cor.test(x[[j]], rest)
    others <- cov(x[-j]); left <- k - 1
    list(r = unname(with_total$estimate), p = with_total$p.value, r_corrected = unname(corrected$estimate),
         ci_low = corrected$conf.int[1], ci_high = corrected$conf.int[2], scale_mean = mean(rest),
         scale_variance = var(rest), alpha_if_deleted = left / (left - 1) * (1 - sum(diag(others)) / sum(others)),
         psych_alpha_if_deleted = a$alpha.drop$raw_alpha[j])
  }
  t <- qt(.975, n - 2)
  list(n = n, items = setNames(lapply(1:k, item), items), alpha = value,
       ci_low = 1 - (1 - value) * qf(.975, n - 1, (n - 1) * (k - 1)),
       ci_high = 1 - (1 - value) * qf(.025, n - 1, (n - 1) * (k - 1)),
       alpha_standardized = a$total$std.alpha, mean_inter_item_r = a$total$average_r,
       scale_mean = mean(total), scale_variance = var(total), r_table = t / sqrt(t^2 + n - 2),
       omega = omega_of(x))
}

pair_of <- function(x, y) {
  ok <- complete.cases(x, y); x <- x[ok]; y <- y[ok]; n <- length(x)
  pearson <- cor.test(x, y)
  spearman <- cor.test(x, y, method = "spearman", exact = FALSE)
  kendall <- cor.test(x, y, method = "kendall", exact = FALSE)
  rho <- unname(spearman$estimate); half <- qnorm(.975) * sqrt((1 + rho^2 / 2) / (n - 3))
  list(n = n, pearson = list(r = unname(pearson$estimate), p = pearson$p.value, ci_low = pearson$conf.int[1],
                             ci_high = pearson$conf.int[2]),
       spearman = list(rho = rho, p = 2 * pt(-abs(rho) * sqrt((n - 2) / (1 - rho^2)), n - 2),
                       ci_low = tanh(atanh(rho) - half), ci_high = tanh(atanh(rho) + half)),
       kendall = list(tau_b = unname(kendall$estimate), p = kendall$p.value))
}

factors_of <- function(d, items, m) {
  x <- d[complete.cases(d[items]), items]
  R <- cor(x); n <- nrow(x); kmo <- KMO(R); bartlett <- cortest.bartlett(R, n)
  # The limited-memory optimiser of factanal is given its tightest stopping rule.
  fit <- factanal(covmat = R, n.obs = n, factors = m, rotation = "none",
                  control = list(opt = list(factr = 1, maxit = 10000)))
  loadings <- unclass(fit$loadings)
  attributes(loadings) <- list(dim = dim(loadings), dimnames = dimnames(loadings))
  turned <- varimax(loadings, normalize = TRUE, eps = 1e-14)
  oblique <- GPArotation::oblimin(loadings, normalize = TRUE, eps = 1e-7, maxit = 20000)
  random <- replicate(1000, eigen(cor(matrix(rnorm(n * length(items)), n)), only.values = TRUE)$values)
  list(n = n, kmo = kmo$MSA, kmo_items = as.list(kmo$MSAi),
       bartlett = list(chi2 = bartlett$chisq, df = bartlett$df, p = bartlett$p.value),
       eigenvalues = eigen(R)$values, factors = m, uniquenesses = as.list(fit$uniquenesses),
       chi2 = unname(fit$STATISTIC), df = unname(fit$dof), p = unname(fit$PVAL),
       varimax = unclass(turned$loadings)[, ], oblimin = unclass(oblique$loadings)[, ], phi = oblique$Phi,
       parallel_mean = rowMeans(random), parallel_sd = apply(random, 1, sd),
       parallel_95 = apply(random, 1, quantile, .95, names = FALSE))
}

shares_of <- function(x) {
  counts <- table(x)
  lapply(counts, function(c) {
    w <- prop.test(c, sum(counts), correct = FALSE)$conf.int
    list(n = unname(c), percent = 100 * unname(c) / length(x), ci_low = 100 * w[1], ci_high = 100 * w[2])
  })
}

study_of <- function(name) {
  s <- studies[[name]]
  d <- read.csv(paste0("data/", name, ".csv"), colClasses = c(member = "character", frequency = "character"))
  for (item in s$reverse) d[[item]] <- sum(s$points) - d[[item]]
  scores <- lapply(s$scales, function(items) apply(d[items], 1, s$score))
  pairs <- combn(names(scores), 2)
  correlations <- apply(pairs, 2, function(p) pair_of(scores[[p[1]]], scores[[p[2]]]), simplify = FALSE)
  names(correlations) <- paste(pairs[1, ], "~", pairs[2, ])
  all_items <- unlist(s$scales, use.names = FALSE)
  list(scales = lapply(s$scales, function(items) scale_of(d, items)),
       item_descriptives = lapply(d[all_items], summary_of), scale_descriptives = lapply(scores, summary_of),
       correlations = correlations, factors = factors_of(d, all_items, s$factors),
       shares = lapply(d[s$demographics], shares_of))
}

# Bounds of Durbin-Watson: Imhof's integral by adaptive quadrature, the root by uniroot.
below <- function(d, values) {
  f <- function(u) {
    sapply(u, function(v) sin(sum(atan((values - d) * v)) / 2) / (v * exp(sum(log1p(((values - d) * v)^2)) / 4)))
  }
  0.5 - integrate(f, 0, Inf, rel.tol = 1e-10, subdivisions = 20000)$value / pi
}
bound <- function(n, k, lower, alpha) {
  values <- 2 * (1 - cos(pi * (1:(n - 1)) / n))
  values <- if (lower) head(values, n - 1 - k) else tail(values, n - 1 - k)
  uniroot(function(d) below(d, values) - alpha, c(0.05, 3.9), tol = 1e-11)$root
}
durbin_watson <- lapply(list(c(10, 1), c(15, 3), c(27, 2), c(50, 5), c(100, 3), c(207, 3), c(207, 10), c(500, 4)),
  function(c) list(n = c[1], k = c[2], d_lower = bound(c[1], c[2], TRUE, .05),
                   d_upper = bound(c[1], c[2], FALSE, .05)))

distributions <- list(
  t_two_sided_p = lapply(list(c(.3, 7), c(2.1, 30.5), c(40, 200), c(-5, 3), c(60, 1000)), function(a)
    list(t = a[1], df = a[2], p = 2 * pt(-abs(a[1]), a[2]))),
  f_upper_p = lapply(list(c(.2, 3, 50), c(4, 2, 204), c(500, 3, 203), c(1.5, 7.3, 11.2)), function(a)
    list(f = a[1], df1 = a[2], df2 = a[3], p = pf(a[1], a[2], a[3], lower.tail = FALSE))),
  chi2_upper_p = lapply(list(c(.5, 1), c(30, 10), c(1300, 4), c(5, 7.5)), function(a)
    list(chi2 = a[1], df = a[2], p = pchisq(a[1], a[2], lower.tail = FALSE))),
  normal_upper_p = lapply(c(-3, 0, 1.96, 10, 37), function(z) list(z = z, p = pnorm(z, lower.tail = FALSE))),
  critical = unlist(lapply(c(.1, .05, .01, .001), function(a) lapply(c(1, 2, 5, 28, 205, 5000), function(df) {
    t <- qt(1 - a / 2, df)
    list(alpha = a, df = df, t = t, r = t / sqrt(t^2 + df), chi2 = qchisq(1 - a, df), f3 = qf(1 - a, 3, df),
         f30 = qf(1 - a, 30, df)) })), recursive = FALSE),
  density = list(t = dt(c(-2, 0, 1.3), 7), f = df(c(.1, 1, 3), 3, 20), chi2 = dchisq(c(.1, 2, 9), 4)),
  wilson = lapply(list(c(0, 10), c(15, 15), c(7, 207), c(130, 207)), function(a) {
    w <- prop.test(a[1], a[2], correct = FALSE)$conf.int
    list(count = a[1], n = a[2], low = w[1], high = w[2]) }))

set.seed(1)
result <- list(
  versions = list(R = R.version.string, psych = as.character(packageVersion("psych")),
    lavaan = as.character(packageVersion("lavaan")), GPArotation = as.character(packageVersion("GPArotation"))),
  studies = setNames(lapply(names(studies), study_of), names(studies)),
  durbin_watson = durbin_watson, distributions = distributions)
cat(toJSON(result, auto_unbox = TRUE, digits = I(15), pretty = 1, null = "null", na = "null"), "\n")
