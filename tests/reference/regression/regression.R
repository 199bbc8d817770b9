# Reference figures for regression, assumptions, comparison, one-way analysis and associations.
# Run in tests/reference: Rscript regression/regression.R > regression/regression.json
suppressPackageStartupMessages({
  library(car); library(lmtest); library(sandwich); library(nortest); library(boot); library(effectsize)
  library(tseries); library(jsonlite)
})

scored <- function(file, points, reverse, score, scales) {
  d <- read.csv(file.path("data", file), check.names = FALSE)
  for (item in reverse) d[[item]] <- sum(points) - d[[item]]
  for (s in names(scales)) d[[s]] <- apply(d[scales[[s]]], 1, score)
  d
}
retail <- scored("retail.csv", c(1, 5), c("CS3", "CB4"), sum,
  list(cs = paste0("CS", 1:5), lp = paste0("LP", 1:4), cb = paste0("CB", 1:4), lo = paste0("LO", 1:4)))
sleep <- scored("sleep.csv", c(1, 7), c("SQ5", "ST3"), mean,
  list(sq = paste0("SQ", 1:6), st = paste0("ST", 1:4), fo = paste0("FO", 1:3)))

coefficients_of <- function(m) {
  s <- coef(summary(m)); ci <- confint(m)
  setNames(lapply(rownames(s), function(v) list(b = s[v, 1], se = s[v, 2], t = s[v, 3], p = s[v, 4],
    ci_low = ci[v, 1], ci_high = ci[v, 2])), rownames(s))
}
robust_of <- function(m, v) {
  s <- coeftest(m, vcov. = v); ci <- coefci(m, vcov. = v)
  setNames(lapply(rownames(s), function(r) list(se = s[r, 2], t = s[r, 3], p = s[r, 4], ci_low = ci[r, 1],
    ci_high = ci[r, 2])), rownames(s))
}
r2_interval <- function(f, df1, df2) {
  lambda <- function(p) if (pf(f, df1, df2) <= p) 0 else
    uniroot(function(l) pf(f, df1, df2, ncp = l) - p, c(0, 4 * df1 * f + 50), tol = 1e-12)$root
  n <- df1 + df2 + 1; low <- lambda(.975); high <- lambda(.025)
  c(low / (low + n), high / (high + n))
}
skew_kurt <- function(e) {
  n <- length(e); d <- e - mean(e); g1 <- mean(d^3) / mean(d^2)^1.5; g2 <- mean(d^4) / mean(d^2)^2 - 3
  list(skewness = g1 * sqrt(n * (n - 1)) / (n - 2), kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6))
}
ks_asymptotic <- function(e) {
  z <- sort((e - mean(e)) / sd(e)); n <- length(z); p <- pnorm(z)
  d <- max(seq_len(n) / n - p, p - (seq_len(n) - 1) / n)
  k <- 1:200
  list(statistic = d, p = 2 * sum((-1)^(k - 1) * exp(-2 * k^2 * n * d^2)))
}
white_of <- function(m, d, x) {
  e2 <- resid(m)^2; terms <- as.matrix(d[x])
  z <- do.call(cbind, c(list(terms), lapply(seq_along(x), function(i) terms[, i] * terms[, i:length(x), drop = FALSE])))
  aux <- lm(e2 ~ z); df <- aux$rank - 1; lm_statistic <- length(e2) * summary(aux)$r.squared
  list(lm = lm_statistic, df = df, p = pchisq(lm_statistic, df, lower.tail = FALSE))
}
linearity_of <- function(y, x) {
  ok <- complete.cases(y, x); y <- y[ok]; x <- x[ok]
  a <- anova(lm(y ~ x), lm(y ~ factor(x))); b <- anova(lm(y ~ x + factor(x)))
  list(n = length(y), linearity_f = b[1, 4], linearity_p = b[1, 5], f = a[2, 5], df1 = a[2, 3], df2 = a[2, 1], p = a[2, 6])
}

regression_of <- function(d, y, x) {
  all <- d; d <- d[complete.cases(d[c(y, x)]), ]
  f <- reformulate(x, y); m <- lm(f, d); s <- summary(m); e <- resid(m); n <- nrow(d); k <- length(x)
  z <- as.data.frame(scale(d[c(y, x)]))
  a <- anova(lm(reformulate("1", y), d), m)
  X <- model.matrix(m); scaled <- sweep(X, 2, sqrt(colSums(X^2)), "/"); eigenvalues <- eigen(crossprod(scaled))$values
  partial <- sapply(x, function(v) { o <- setdiff(x, v)
    cor(resid(lm(reformulate(o, y), d)), resid(lm(reformulate(o, v), d))) })
  part <- sapply(x, function(v) cor(d[[y]], resid(lm(reformulate(setdiff(x, v), v), d))))
  bp <- bptest(m); aux <- summary(lm(update(f, I(e^2) ~ .), d)); glejser <- coef(summary(lm(update(f, abs(e) ~ .), d)))
  rs <- resettest(m, power = 2:3, type = "fitted"); t <- qt(.975, m$df.residual)
  sw <- shapiro.test(e); jb <- jarque.bera.test(e)
  set.seed(1)
  b <- boot(d, function(d, i) coef(lm(f, d[i, ])), R = 50000)
  bca <- lapply(seq_len(k + 1), function(j) { q <- boot.ci(b, type = "bca", index = j)$bca
    list(ci_low = q[4], ci_high = q[5], se = sd(b$t[, j])) })
  list(outcome = y, predictors = x, n = n, coefficients = coefficients_of(m),
    beta = as.list(coef(lm(f, z))[-1]), zero_order = as.list(cor(d[x], d[[y]])[, 1]), partial = as.list(partial),
    semipartial = as.list(part), vif = as.list(car::vif(m)), r2 = s$r.squared, r2_adjusted = s$adj.r.squared,
    se_estimate = s$sigma, ss_regression = a[2, 4], ss_residual = a[2, 2], ss_total = a[1, 2], f = a[2, 5], p = a[2, 6],
    t_table = t, f_table = qf(.95, k, n - k - 1), f_table_convention = qf(.95, k, n - k), f2 = s$r.squared / (1 - s$r.squared),
    r2_interval = r2_interval(a[2, 5], k, n - k - 1),
    hc3 = robust_of(m, vcovHC(m, type = "HC3")), newey_west = robust_of(m, NeweyWest(m, lag = 4, prewhite = FALSE)),
    bootstrap = setNames(bca, names(coef(m))), bootstrap_samples = 50000,
    kolmogorov_smirnov = ks_asymptotic(e), lilliefors = as.list(unlist(lillie.test(e)[c("statistic", "p.value")])),
    shapiro_wilk = list(statistic = unname(sw$statistic), p = sw$p.value),
    jarque_bera = list(statistic = unname(jb$statistic), p = pchisq(unname(jb$statistic), 2, lower.tail = FALSE)),
    shape = skew_kurt(e),
    breusch_pagan = list(lm = unname(bp$statistic), df = unname(bp$parameter), p = unname(bp$p.value),
      f = unname(aux$fstatistic[1]), f_p = pf(aux$fstatistic[1], k, n - k - 1, lower.tail = FALSE)),
    white = white_of(m, d, x),
    glejser = setNames(lapply(x, function(v) list(b = glejser[v, 1], se = glejser[v, 2], t = glejser[v, 3], p = glejser[v, 4])), x),
    condition_indices = sqrt(eigenvalues[1] / eigenvalues),
    durbin_watson = list(d = unname(dwtest(m)$statistic), p_normal = dwtest(m, alternative = "two.sided", exact = FALSE)$p.value,
      p_exact_of_first_60 = dwtest(lm(f, head(d, 60)), alternative = "two.sided", exact = TRUE)$p.value),
    reset = list(f = unname(rs$statistic), df1 = unname(rs$parameter[1]), df2 = unname(rs$parameter[2]), p = unname(rs$p.value)),
    linearity = setNames(lapply(x, function(v) linearity_of(all[[y]], all[[v]])), x),
    max_cook = max(cooks.distance(m)), cook = unname(cooks.distance(m)), studentized_deleted = unname(rstudent(m)),
    studentized = unname(rstandard(m)))
}

t_of <- function(y, g, equal) {
  t <- t.test(y[g == levels(g)[1]], y[g == levels(g)[2]], var.equal = equal)
  list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci_low = t$conf.int[1], ci_high = t$conf.int[2],
       se = t$stderr)
}
comparison_of <- function(d, y, by, levels, covariates) {
  d <- d[complete.cases(d[c(y, by)]) & d[[by]] %in% levels, ]
  g <- factor(d[[by]], levels); v <- d[[y]]; a <- v[g == levels[1]]; b <- v[g == levels[2]]
  lev <- leveneTest(v, g, center = mean); bf <- leveneTest(v, g, center = median)
  cd <- cohens_d(a, b); df <- length(v) - 2; sp <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / df)
  root <- sqrt(1 / length(a) + 1 / length(b)); t <- (mean(a) - mean(b)) / sp / root
  lambda <- function(p) uniroot(function(l) pt(t, df, l) - p, t + c(-5, 5), tol = 1e-12)$root
  J <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  r <- rank(signif(c(a, b), 12)); U1 <- sum(r[seq_along(a)]) - length(a) * (length(a) + 1) / 2
  w <- wilcox.test(signif(a, 12), signif(b, 12), correct = FALSE, exact = FALSE)
  d$in_first <- as.numeric(g == levels[1])
  adjusted <- coefficients_of(lm(reformulate(c("in_first", covariates), y), d))$in_first
  list(n1 = length(a), n2 = length(b), mean1 = mean(a), mean2 = mean(b), sd1 = sd(a), sd2 = sd(b),
    levene = list(f = lev[1, 2], p = lev[1, 3]), brown_forsythe = list(f = bf[1, 2], p = bf[1, 3]),
    student = t_of(v, g, TRUE), welch = t_of(v, g, FALSE), cohen_d = cd$Cohens_d,
    hedges_g = list(value = cd$Cohens_d * J, ci_low = lambda(.975) * root * J, ci_high = lambda(.025) * root * J),
    mann_whitney = list(u1 = U1, p = w$p.value, rank_biserial = 2 * U1 / length(a) / length(b) - 1,
      rank_sum1 = sum(r[seq_along(a)]), rank_sum2 = sum(r[-seq_along(a)])), ancova = adjusted)
}

oneway_of <- function(d, y, by, levels) {
  d <- d[complete.cases(d[c(y, by)]), ]; g <- factor(d[[by]], levels); v <- d[[y]]
  m <- aov(v ~ g); a <- summary(m)[[1]]; w <- oneway.test(v ~ g); tk <- TukeyHSD(m)$g; lev <- leveneTest(v, g, center = mean)
  s2 <- tapply(v, g, var); n <- tapply(v, g, length); mean <- tapply(v, g, mean); pairs <- combn(levels, 2)
  howell <- lapply(seq_len(ncol(pairs)), function(j) { a <- pairs[1, j]; b <- pairs[2, j]
    q <- s2[[a]] / n[[a]]; r <- s2[[b]] / n[[b]]; se <- sqrt(q + r); df <- (q + r)^2 / (q^2 / (n[[a]] - 1) + r^2 / (n[[b]] - 1))
    delta <- mean[[a]] - mean[[b]]; half <- qtukey(.95, length(levels), df) * se / sqrt(2)
    list(a = a, b = b, difference = delta, se = se, df = df,
      p = ptukey(abs(delta) / se * sqrt(2), length(levels), df, lower.tail = FALSE), ci_low = delta - half, ci_high = delta + half) })
  tukey <- lapply(seq_len(ncol(pairs)), function(j) { row <- tk[paste0(pairs[2, j], "-", pairs[1, j]), ]
    list(a = pairs[1, j], b = pairs[2, j], difference = -row[["diff"]], p = row[["p adj"]], ci_low = -row[["upr"]], ci_high = -row[["lwr"]]) })
  list(n = length(v), ss_between = a[1, 2], df_between = a[1, 1], ss_within = a[2, 2], df_within = a[2, 1], f = a[1, 4], p = a[1, 5],
    eta2 = eta_squared(m, partial = FALSE)$Eta2, omega2 = (a[1, 2] - a[1, 1] * a[2, 3]) / (a[1, 2] + a[2, 2] + a[2, 3]),
    levene = list(f = lev[1, 2], p = lev[1, 3]),
    welch = list(f = unname(w$statistic), df1 = unname(w$parameter[1]), df2 = unname(w$parameter[2]), p = w$p.value),
    tukey = tukey, games_howell = howell)
}

association_of <- function(table) {
  chi <- suppressWarnings(chisq.test(table, correct = FALSE)); v <- suppressWarnings(cramers_v(table, adjust = TRUE))
  list(counts = unname(unclass(table)), chi2 = unname(chi$statistic), df = unname(chi$parameter), p = chi$p.value, minimum_expected = min(chi$expected),
    cramer_v_corrected = v$Cramers_v_adjusted, fisher_p = if (all(dim(table) == 2)) fisher.test(table)$p.value else NULL)
}

scales <- c("cs", "lp", "cb", "lo"); x <- c("cs", "lp", "cb")
ages <- c("17-22", "23-28", "29-34", ">34"); times <- c("1", "2-3", "4-5", ">5")
toJSON(list(
  R = R.version.string, packages = lapply(setNames(nm = c("car", "lmtest", "sandwich", "nortest", "boot", "effectsize", "tseries")),
    function(p) as.character(packageVersion(p))),
  regression = list(retail = regression_of(retail, "lo", x), sleep = regression_of(sleep, "fo", c("sq", "st"))),
  comparison = setNames(lapply(scales, function(s) comparison_of(retail, s, "member", c("yes", "no"), setdiff(x, s))), scales),
  oneway = list(age = setNames(lapply(scales, function(s) oneway_of(retail, s, "age", ages)), scales),
    frequency = setNames(lapply(scales, function(s) oneway_of(retail, s, "frequency", times)), scales)),
  associations = list("member ~ age" = association_of(table(factor(retail$member, c("yes", "no")), factor(retail$age, ages))),
    "age ~ frequency" = association_of(table(factor(retail$age, ages), factor(retail$frequency, times))),
    small = association_of(matrix(c(8, 2, 1, 5), 2)), tea = association_of(matrix(c(3, 1, 1, 3), 2))),
  shapiro_wilk = lapply(c(3, 4, 5, 6, 8, 11, 12, 50, 500, 5000), function(n) { v <- ((1:n) * 0.61803398875) %% 1; v <- v^2
    s <- shapiro.test(v); list(n = n, statistic = unname(s$statistic), p = s$p.value) })
), digits = NA, auto_unbox = TRUE, pretty = 1, null = "null")
